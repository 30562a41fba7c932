/**
 * Conferences and who may touch them. A write to anything of a conference locks the conference's row first, so writers
 * take turns.
 */
package dev.lectern.catalog.conference;
