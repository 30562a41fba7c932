/** Work that a service does again and again beside its requests. */
package dev.lectern.chassis.loop;
