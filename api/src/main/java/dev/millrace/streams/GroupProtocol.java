package dev.millrace.streams;

import java.util.Locale;

/** How the instances of an application agree on who runs what: the values of {@code group.protocol}. */
public enum GroupProtocol {
    /** The members agree among themselves: the group leader assigns the tasks. */
    CLASSIC("CLASSIC"),
    /** The broker assigns the tasks (KIP-1071). */
    STREAMS("STREAMS");

    /** The name used in configurations. */
    public final String name;

    GroupProtocol(String name) {
        this.name = name;
    }

    /**
     * Finds the protocol with this name, in any case.
     *
     * @throws IllegalArgumentException if there is none
     * @throws NullPointerException if the name is null
     */
    public static GroupProtocol of(String name) {
        return GroupProtocol.valueOf(name.toUpperCase(Locale.ROOT));
    }
}
