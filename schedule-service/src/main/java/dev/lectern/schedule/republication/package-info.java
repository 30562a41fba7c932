/** Has everything announced again that this service has told others. */
package dev.lectern.schedule.republication;
