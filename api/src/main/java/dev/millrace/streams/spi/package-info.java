/**
 * The doors through which the entry classes of the API find what stands behind them.
 *
 * <p>{@code Topology}, {@code StreamsBuilder}, {@code Stores} and {@code KafkaStreams} are thin: they record or delegate to
 * the provider that {@link java.util.ServiceLoader} finds on the class path, which is there as soon as an application
 * depends on {@code millrace-streams}. Applications do not use this package.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.streams.spi;
