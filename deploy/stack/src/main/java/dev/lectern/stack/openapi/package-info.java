/** One OpenAPI document of all services, and a page to browse it. */
package dev.lectern.stack.openapi;
