package dev.millrace.topology.dsl.option;

import dev.millrace.streams.kstream.Named;
import org.jspecify.annotations.Nullable;

/** What a {@link Named} says. */
public final class NamedOptions extends Named {
    private NamedOptions(Named named) {
        super(named);
    }

    /** The name, or null if none was given. */
    public static @Nullable String nameOf(@Nullable Named named) {
        return named == null ? null : new NamedOptions(named).name;
    }
}
