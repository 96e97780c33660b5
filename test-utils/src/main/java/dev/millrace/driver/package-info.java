/**
 * What drives a topology in a test: the tasks of production on topics in memory, a clock that is set by hand, and no thread.
 *
 * <p>{@link dev.millrace.driver.Driver} runs one record at a time to its end, commits, and goes on with what that wrote to
 * topics which the topology reads again. Belongs to the thread of the test.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.driver;
