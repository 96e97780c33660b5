/**
 * Whole instances on a genuine broker. A class has one broker for all its tests; every test has topics and an application id of
 * its own.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.runtime;
