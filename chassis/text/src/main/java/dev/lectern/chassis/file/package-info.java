/**
 * Files that come from elsewhere, read as text or refused. Whoever reads them needs to know nothing of requests and
 * answers.
 */
package dev.lectern.chassis.file;
