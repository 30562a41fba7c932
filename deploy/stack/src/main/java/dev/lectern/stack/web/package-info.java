/** What the gateway and the inbox share: the shape of an error. */
package dev.lectern.stack.web;
