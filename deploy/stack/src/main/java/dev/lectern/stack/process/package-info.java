/** Starting, watching and stopping the parts of the stack, in the order of their needs. */
package dev.lectern.stack.process;
