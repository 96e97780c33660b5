package dev.millrace.streams;

import java.util.Locale;

/** What the stores of the declarative language keep beside each value (KIP-1271). */
public enum DslStoreFormat {
    /** The value alone. */
    PLAIN("PLAIN"),
    /** The value and its timestamp. */
    TIMESTAMPED("TIMESTAMPED"),
    /** The value, its timestamp and its headers. */
    HEADERS("HEADERS");

    /** The name used in configurations. */
    public final String name;

    DslStoreFormat(String name) {
        this.name = name;
    }

    /**
     * Finds the format with this name, in any case.
     *
     * @throws IllegalArgumentException if there is none
     * @throws NullPointerException if the name is null
     */
    public static DslStoreFormat of(String name) {
        return DslStoreFormat.valueOf(name.toUpperCase(Locale.ROOT));
    }
}
