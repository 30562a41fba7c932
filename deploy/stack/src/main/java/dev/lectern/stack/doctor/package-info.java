/** Looks for what is wrong, or soon will be, with a stack and with the machine below it. */
package dev.lectern.stack.doctor;
