/**
 * Completes the OpenAPI document that is made of the resources when a service is built: what holds for every endpoint
 * is added here, and what each one and its members mean is taken from the words beside the code,
 * {@code META-INF/openapi-words}.
 */
package dev.lectern.chassis.openapi;
