/**
 * Consuming state events. A service has one {@link dev.lectern.chassis.events.EventHandler} per topic and one channel
 * that hands its batches to {@link dev.lectern.chassis.events.EventConsumption}; what cannot be understood or stored is
 * parked and the next record proceeds.
 */
package dev.lectern.chassis.events;
