/**
 * The records that are fed, and the names of the topics they are in. Knows nothing of Kafka.
 */
@NullMarked
package dev.millrace.benchmarks.input;

import org.jspecify.annotations.NullMarked;
