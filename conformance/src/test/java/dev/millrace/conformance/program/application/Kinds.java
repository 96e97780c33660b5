package dev.millrace.conformance.program.application;

import java.util.List;
import java.util.stream.Stream;

/** All kinds of stores. A new one gets an entry in the file of its family. */
final class Kinds {
    private static final List<Kind> ALL = Stream.of(
                    RowKinds.all(),
                    TableKinds.all(),
                    WindowKinds.all(),
                    SessionKinds.all(),
                    StreamJoinKinds.all(),
                    HeaderKinds.all())
            .flatMap(List::stream)
            .toList();

    private Kinds() {}

    static List<Kind> all() {
        return ALL;
    }
}
