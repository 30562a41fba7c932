/** Contributions, from submission to withdrawal. */
package dev.lectern.catalog.contribution;
