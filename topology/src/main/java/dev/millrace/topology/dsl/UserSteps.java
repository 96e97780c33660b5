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
        return append(origin, Prefix.STREAM_PROCESS, named, new UserProcessor(supplier), supplier, stores);
    }

    static StreamOrigin fixedKeyProcessor(
            StreamOrigin origin, FixedKeyProcessorSupplier<?, ?, ?> supplier, @Nullable Named named, String... stores) {
        FreshInstances.check(supplier);
        return append(
                origin, Prefix.STREAM_PROCESS_VALUES, named, new UserFixedKeyProcessor(supplier), supplier, stores);
    }

    private static StreamOrigin append(
            StreamOrigin origin,
            Prefix prefix,
            @Nullable Named named,
            OperatorDefinition operator,
            ConnectedStoreProvider own,
            String... stores) {
        List<String> used = List.of(checked(stores));
        String given = NamedOptions.nameOf(named);
        String name = given == null ? origin.program().names().next(prefix) : given;
        OperatorStep step = new OperatorStep(name, List.of(origin.step()), () -> operator)
                .withStores(() -> stores(own))
                .usingStores(() -> used);
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
