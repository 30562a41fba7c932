/** What organisers write to presenters in words of their own: to all of them, or to those of a room, a day, a track and so on. */
package dev.lectern.notification.message;
