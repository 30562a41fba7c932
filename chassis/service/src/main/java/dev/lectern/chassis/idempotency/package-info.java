/**
 * {@code Idempotency-Key}: a POST that is sent again with the same key is answered again and done once. Key, effect and
 * answer are one transaction, so this holds even if the process ends before the first answer has left it.
 */
package dev.lectern.chassis.idempotency;
