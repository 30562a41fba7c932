/** One origin for all services: routes each request by the first segment of its path. */
package dev.lectern.stack.gateway;
