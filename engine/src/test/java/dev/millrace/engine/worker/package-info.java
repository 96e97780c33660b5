/** Tests of what a worker does. */
@org.jspecify.annotations.NullMarked
package dev.millrace.engine.worker;
