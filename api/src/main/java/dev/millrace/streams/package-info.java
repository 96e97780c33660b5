/**
 * The entry points of the model: build a topology, configure it, run it, ask it questions.
 *
 * <p>Holds no engine: {@link dev.millrace.streams.KafkaStreams}, {@link dev.millrace.streams.StreamsBuilder} and
 * {@link dev.millrace.streams.Topology} hand over to what {@code dev.millrace.streams.spi} finds. Read
 * {@code StreamsBuilder} first. Types here belong to the application thread unless they say otherwise.
 */
@org.jspecify.annotations.NullUnmarked
package dev.millrace.streams;
