/** Answers reads from memory, as fast as a web server answers them with files. */
package dev.lectern.chassis.web;
