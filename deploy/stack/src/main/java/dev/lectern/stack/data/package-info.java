/**
 * The data directory of one stack: its folders, its lock, its secrets, its ports and the processes that belong to it.
 */
package dev.lectern.stack.data;
