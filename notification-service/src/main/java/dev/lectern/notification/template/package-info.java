/**
 * The templates of a conference: parts of its mails in its organisers' words. One that is saved has been tried with
 * examples of every kind.
 */
package dev.lectern.notification.template;
