/** A presenter's own page, behind the link in their mails: what they are in, and what they say of it. */
package dev.lectern.notification.page;
