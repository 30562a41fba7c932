/**
 * Who is told of an edit, so that an organiser knows before making it. The schedule's events say what has a place; the
 * notification service decides for good, and goes by the same rules.
 */
package dev.lectern.catalog.audience;
