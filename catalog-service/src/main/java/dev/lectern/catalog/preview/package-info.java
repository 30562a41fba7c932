/** Contributions as the agenda will show them, before anybody else sees them. */
package dev.lectern.catalog.preview;
