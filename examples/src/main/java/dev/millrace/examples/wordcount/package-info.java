/** The smallest program: it fits into the README. */
@org.jspecify.annotations.NullMarked
package dev.millrace.examples.wordcount;
