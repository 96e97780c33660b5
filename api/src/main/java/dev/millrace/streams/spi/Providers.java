package dev.millrace.streams.spi;

import java.util.ServiceLoader;

/** Finds the one provider of each kind on the class path. Safe for any thread. */
public final class Providers {
    private Providers() {}

    /** What records topologies. */
    public static TopologyProvider topologies() {
        return Topologies.PROVIDER;
    }

    /** What makes stores. */
    public static StoresProvider stores() {
        return StoreKinds.PROVIDER;
    }

    /** What runs topologies. */
    public static RuntimeProvider runtimes() {
        return Runtimes.PROVIDER;
    }

    private static <T> T load(Class<T> kind) {
        return ServiceLoader.load(kind, kind.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No " + kind.getName()
                        + " on the class path: depend on dev.millrace:millrace-streams, not on millrace-api alone"));
    }

    private static final class Topologies {
        static final TopologyProvider PROVIDER = load(TopologyProvider.class);
    }

    private static final class StoreKinds {
        static final StoresProvider PROVIDER = load(StoresProvider.class);
    }

    private static final class Runtimes {
        static final RuntimeProvider PROVIDER = load(RuntimeProvider.class);
    }
}
