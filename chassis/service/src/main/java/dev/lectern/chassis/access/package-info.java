/** Who is calling, from a verified bearer token (JWT, RFC 7519) of any OIDC provider. */
package dev.lectern.chassis.access;
