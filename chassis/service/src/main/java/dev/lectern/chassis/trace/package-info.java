/** What is left out of traces. */
package dev.lectern.chassis.trace;
