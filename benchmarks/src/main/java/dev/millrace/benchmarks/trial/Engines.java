package dev.millrace.benchmarks.trial;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;

/** The two engines by name, and how a trial starts a program on one. */
public final class Engines {
    public static final String REFERENCE = "reference";
    public static final String MILLRACE = "millrace";
    private static final String STARTER = RenamingLoader.PROGRAMS + "Run";

    private Engines() {}

    /** The package of an engine's API, with a dot at its end, for class names in settings. */
    public static String apiPackage(String engine) {
        return engine.equals(REFERENCE) ? "org.apache.kafka.streams." : "dev.millrace.streams.";
    }

    /**
     * Starts a workload; what it returns stops it.
     *
     * @param settings by the names of the configuration, all as text
     * @param clients where the program's Kafka clients come from: a cluster in memory, or the meter of real ones
     */
    public static Running start(String engine, String workload, Map<String, String> settings, Object clients)
            throws Exception {
        ClassLoader ours = Engines.class.getClassLoader();
        ClassLoader programs = engine.equals(REFERENCE) ? new RenamingLoader(ours) : ours;
        Method start = programs.loadClass(STARTER).getMethod("start", String.class, Map.class, Object.class);
        try {
            return (Running) start.invoke(null, workload, settings, clients);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }
}
