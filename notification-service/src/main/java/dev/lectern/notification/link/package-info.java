/** The addresses of presenters' own pages. */
package dev.lectern.notification.link;
