/**
 * Who is calling, from a verified bearer token (JWT, RFC 7519) of any OIDC provider. An upgrade of Quarkus must leave
 * the principal of such a token an {@code OidcJwtCallerPrincipal}, or {@code TokenClaims} lets every claim pass:
 * {@code ClaimsTest} tells.
 */
package dev.lectern.chassis.access;
