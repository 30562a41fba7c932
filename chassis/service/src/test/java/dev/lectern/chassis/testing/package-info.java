/** What the tests of all services share: a real PostgreSQL, a real broker, and a token issuer of their own. */
package dev.lectern.chassis.testing;
