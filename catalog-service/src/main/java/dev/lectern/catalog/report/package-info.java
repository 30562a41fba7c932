/** The contributions of a conference as a file to take away. */
package dev.lectern.catalog.report;
