/** The commands of {@code deploy/lectern}, and the table of what the stack consists of. */
package dev.lectern.stack;
