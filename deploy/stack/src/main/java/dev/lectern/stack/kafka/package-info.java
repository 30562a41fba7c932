/** The message broker: one Kafka node that is broker and controller, in a Java process of its own. */
package dev.lectern.stack.kafka;
