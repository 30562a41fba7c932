/** What a container's engine runs beside a service to learn whether it is ready. */
package dev.lectern.chassis.probe;
