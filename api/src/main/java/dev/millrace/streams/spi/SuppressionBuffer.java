package dev.millrace.streams.spi;

import java.util.Map;

/** How much a suppression may hold back: what there is to read in a {@code BufferConfig}. */
public sealed interface SuppressionBuffer permits EagerBuffer, StrictBuffer {

    /** How many keys. */
    long maxRecords();

    /** How many bytes. */
    long maxBytes();

    /** Whether there is a changelog. */
    boolean logged();

    /** The configuration of the changelog. */
    Map<String, String> changelogConfig();
}
