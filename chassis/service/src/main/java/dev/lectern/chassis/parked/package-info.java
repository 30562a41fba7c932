/** Trying all records again that a service has parked. */
package dev.lectern.chassis.parked;
