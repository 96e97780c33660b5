/**
 * What both mocked processor contexts, the old and the present one, have in common.
 *
 * <p>A mocked context runs nothing: it answers what a test told it and remembers what a processor asked for. Read
 * {@link dev.millrace.mock.MockTask}. Belongs to the thread of the test.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.mock;
