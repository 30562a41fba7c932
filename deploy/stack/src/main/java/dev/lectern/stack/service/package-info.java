/** Lectern's own services, each in a Java process of its own. */
package dev.lectern.stack.service;
