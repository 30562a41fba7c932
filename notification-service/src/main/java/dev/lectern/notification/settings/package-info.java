/** What organisers set for the notices of their conference: how long to wait for quiet, and whose name they carry. */
package dev.lectern.notification.settings;
