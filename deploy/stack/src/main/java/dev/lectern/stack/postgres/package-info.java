/** The database server: PostgreSQL's own binaries, unpacked from a jar, with durable settings. */
package dev.lectern.stack.postgres;
