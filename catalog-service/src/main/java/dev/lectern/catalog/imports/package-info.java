/** Reads files that other systems write, and brings a conference to what they say. */
package dev.lectern.catalog.imports;
