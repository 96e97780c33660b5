package dev.millrace.topology.dsl;

import static java.util.Objects.requireNonNull;

import dev.millrace.streams.kstream.Named;
import dev.millrace.streams.processor.ConnectedStoreProvider;
import dev.millrace.streams.processor.api.FixedKeyProcessorSupplier;
import dev.millrace.streams.processor.api.ProcessorSupplier;
import dev.millrace.streams.state.StoreBuilder;
import dev.millrace.topology.definition.OperatorDefinition;
import dev.millrace.topology.definition.OperatorDefinition.UserFixedKeyProcessor;
import dev.millrace.topology.definition.OperatorDefinition.UserProcessor;
import dev.millrace.topology.dsl.option.NamedOptions;
import dev.millrace.topology.dsl.step.OperatorStep;
import dev.millrace.topology.naming.Prefix;
import dev.millrace.topology.recorder.FreshInstances;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Processors of the user's in a stream. Unlike other steps they take no number if they are named. */
final class UserSteps {
    private UserSteps() {}

    static StreamOrigin processor(
            StreamOrigin origin, ProcessorSupplier<?, ?, ?, ?> supplier, @Nullable Named named, String... stores) {
        FreshInstances.check(supplier);
        String name = name(origin, Prefix.STREAM_PROCESS, named);
        ProcessorSupplier<?, ?, ?, ?> wrapped = origin.program().wrapper().wrapped(name, supplier);
        return append(origin, name, new UserProcessor(wrapped), wrapped, stores);
    }

    static StreamOrigin fixedKeyProcessor(
            StreamOrigin origin, FixedKeyProcessorSupplier<?, ?, ?> supplier, @Nullable Named named, String... stores) {
        FreshInstances.check(supplier);
        String name = name(origin, Prefix.STREAM_PROCESS_VALUES, named);
        FixedKeyProcessorSupplier<?, ?, ?> wrapped = origin.program().wrapper().wrapped(name, supplier);
        return append(origin, name, new UserFixedKeyProcessor(wrapped), wrapped, stores);
    }

    private static String name(StreamOrigin origin, Prefix prefix, @Nullable Named named) {
        String given = NamedOptions.nameOf(named);
        return given == null ? origin.program().names().next(prefix) : given;
    }

    private static StreamOrigin append(
            StreamOrigin origin,
            String name,
            OperatorDefinition operator,
            ConnectedStoreProvider own,
            String... stores) {
        List<String> used = List.of(checked(stores));
        OperatorStep step = new OperatorStep(name, List.of(origin.step()), () -> operator)
                .withStores(() -> stores(own))
                .usingStores(() -> used);
        if (origin.program().processorsChangeRecords()) {
            step.changingRecords();
        }
        return origin.then(origin.program().add(step));
    }

    private static String[] checked(String... stores) {
        requireNonNull(stores, "stateStoreNames cannot be a null array");
        for (String store : stores) {
            requireNonNull(store, "state store name cannot be null");
        }
        return stores;
    }

    private static Collection<StoreBuilder<?>> stores(ConnectedStoreProvider own) {
        Set<StoreBuilder<?>> stores = own.stores();
        return stores == null ? List.of() : stores;
    }
}
