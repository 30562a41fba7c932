/** What a stack keeps, in a folder apart from it, and back. */
package dev.lectern.stack.backup;
