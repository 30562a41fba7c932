/**
 * What the database's refusals mean: whether to try again, whether the data are to blame, and which constraint spoke.
 */
package dev.lectern.chassis.database;
