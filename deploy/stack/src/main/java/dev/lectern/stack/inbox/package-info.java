/** The mail server of the stack: takes every message, keeps each as a file, and shows them on a page. */
package dev.lectern.stack.inbox;
