/**
 * How requests are read: strictly, so that a misspelt member or parameter is an error and not a surprise, and with limits. Entity tags and
 * preconditions follow RFC 9110, merge patches RFC 7396.
 */
package dev.lectern.chassis.http;
