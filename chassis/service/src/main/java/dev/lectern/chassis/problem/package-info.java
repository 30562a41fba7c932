/**
 * Answers to requests that are refused or fail: RFC 9457 problem details. {@link dev.lectern.chassis.problem.Refused} is what code throws,
 * {@link dev.lectern.chassis.problem.Problem} what callers see, and one class maps everything else.
 */
package dev.lectern.chassis.problem;
