/**
 * What the manifests must be. Each rule is a function of all manifests that says what is wrong; its tests see that
 * nothing is, and that something is when a manifest is broken. Nothing here needs a cluster.
 */
package dev.lectern.kubernetes;
