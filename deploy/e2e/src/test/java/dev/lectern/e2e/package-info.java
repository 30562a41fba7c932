/** Journeys over the running stack as its users take them: through the gateway, the inbox and the command line only. */
package dev.lectern.e2e;
