/** Tests of the entry points of the model. */
@org.jspecify.annotations.NullUnmarked
package dev.millrace.streams;
