package dev.millrace.conformance.program;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All programs. A new operator gets a program in the file of its family. */
final class Catalog {
    private static final List<Program> ALL = Stream.of(
                    StatelessPrograms.all(),
                    RoutingPrograms.all(),
                    TablePrograms.all(),
                    AggregationPrograms.all(),
                    WindowPrograms.all(),
                    ClosingPrograms.all(),
                    SlidingPrograms.all(),
                    UnlimitedPrograms.all(),
                    CogroupPrograms.all(),
                    JoinPrograms.all(),
                    TableJoinPrograms.all(),
                    TransformPrograms.all(),
                    ForeignKeyPrograms.all(),
                    StreamJoinPrograms.all(),
                    ConfiguredPrograms.all(),
                    OverridePrograms.all(),
                    ProcessorPrograms.all(),
                    StorePrograms.all(),
                    WholeTopologyPrograms.all(),
                    NamedPrograms.all(),
                    OptionPrograms.all(),
                    EndPrograms.all(),
                    ContextPrograms.all(),
                    HandlerPrograms.all(),
                    OldHandlerPrograms.all(),
                    GlobalPrograms.all(),
                    SuppressPrograms.all(),
                    VersionedPrograms.all(),
                    VersionedForeignKeyPrograms.all(),
                    SuppliedVersionPrograms.all(),
                    LruPrograms.all(),
                    HeaderPrograms.all(),
                    HeaderSessionPrograms.all(),
                    QueryPrograms.all(),
                    SessionPrograms.all(),
                    ClosingSessionPrograms.all(),
                    SessionStorePrograms.all())
            .flatMap(List::stream)
            .toList();
    private static final Map<String, Program> BY_NAME =
            ALL.stream().collect(Collectors.toMap(Program::name, Function.identity()));

    private Catalog() {}

    static List<Program> all() {
        return ALL;
    }

    static Program named(String name) {
        Program program = BY_NAME.get(name);
        if (program == null) {
            throw new IllegalArgumentException("No program is called " + name);
        }
        return program;
    }
}
