/** The conference that a new stack comes with, made through the public API. */
package dev.lectern.stack.demo;
