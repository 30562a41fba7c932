/**
 * Answers to requests that are refused or fail: RFC 9457 problem details. {@link dev.lectern.chassis.problem.Refused}
 * is what code throws, {@link dev.lectern.chassis.problem.Problem} what callers see, and one class maps everything
 * else. An upgrade of Quarkus REST must leave {@code AllowedMethods} its matcher of paths, or the answer 405 names no
 * methods.
 */
package dev.lectern.chassis.problem;
