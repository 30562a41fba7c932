/**
 * Reports of mail servers about mail that they took and could not deliver (RFC 3464): each finds its notice by a token
 * in the envelope sender that only this service can make. What cannot be understood, or has no such token, has no
 * effect.
 */
package dev.lectern.notification.bounce;
