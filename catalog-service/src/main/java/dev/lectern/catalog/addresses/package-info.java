/**
 * Presenters' addresses from a table that an organiser keeps elsewhere (CSV, RFC 4180), taken as a whole or not at all.
 */
package dev.lectern.catalog.addresses;
