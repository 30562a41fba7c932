/** The people who present: their names, and the only place where their addresses are kept. */
package dev.lectern.catalog.presenter;
