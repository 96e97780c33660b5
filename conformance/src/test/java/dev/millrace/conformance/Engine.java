package dev.millrace.conformance;

import dev.millrace.conformance.script.Cluster;
import dev.millrace.conformance.script.KindFacts;
import dev.millrace.conformance.script.Placement;
import dev.millrace.conformance.script.ProgramFacts;
import dev.millrace.conformance.script.RunningApplication;
import dev.millrace.conformance.script.Step;
import dev.millrace.conformance.script.Transcript;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/**
 * One of the two engines, able to run any program of package {@code program}, and to assign the tasks of any cluster.
 *
 * <p>What runs under the reference are the same class files with one package renamed on the way in. Renaming the compiled class
 * instead of the source proves what an application that swaps a jar relies on: that descriptors, and not only source code,
 * are the same.
 */
final class Engine {
    private static final String PROGRAMS = "dev.millrace.conformance.program.";
    private static final String CLUSTERS = "dev.millrace.conformance.cluster.";
    private static final String CLIENTS = "dev.millrace.conformance.client.";
    private static final String RUN = PROGRAMS + "Run";
    private static final String ASSIGNING = CLUSTERS + "Assigning";
    private static final String ASKING = CLIENTS + "Asking";
    private static final String REFUSING = CLIENTS + "Refusing";
    private static final String FAILING = CLIENTS + "Failing";
    private static final String TELLING = CLIENTS + "Telling";
    private static final String OVERRIDING = CLIENTS + "Overriding";
    private static final String APPLICATION = PROGRAMS + "application.Application";
    private static final String OUR_API = "dev/millrace/streams/";
    private static final String REFERENCE_API = "org/apache/kafka/streams/";

    static final Engine MILLRACE = new Engine("millrace", Engine.class.getClassLoader());
    static final Engine REFERENCE = new Engine("reference", new RenamingLoader(Engine.class.getClassLoader()));

    private final String name;
    private final ClassLoader loader;

    private Engine(String name, ClassLoader loader) {
        this.name = name;
        this.loader = loader;
    }

    /** Every program there is. */
    @SuppressWarnings("unchecked")
    List<ProgramFacts> programs() {
        return (List<ProgramFacts>) call(RUN, "programs", new Class<?>[0]);
    }

    /** The text of {@code Topology.describe()}. */
    String describe(String program) {
        return (String) call(RUN, "describe", new Class<?>[] {String.class}, program);
    }

    /** Runs a program and writes down all that comes out, step by step. */
    Transcript run(String program, List<Step> steps, Map<String, String> config) {
        Class<?>[] types = {String.class, List.class, Map.class};
        return (Transcript) call(RUN, "run", types, program, steps, config);
    }

    /** What a function of the engine makes of a placement of tasks. */
    Placement assign(String function, Cluster cluster, Placement given) {
        Class<?>[] types = {String.class, Cluster.class, Placement.class};
        return (Placement) call(ASSIGNING, "assign", types, function, cluster, given);
    }

    /** What a client of the engine answers when it is asked: see {@code client.Asking}. */
    Transcript ask(String application, String bootstrapServers, Path directory, List<Long> lastOffsets) {
        Class<?>[] types = {String.class, String.class, Path.class, List.class};
        return (Transcript) call(ASKING, "run", types, application, bootstrapServers, directory, lastOffsets);
    }

    /** What clients of the engine refuse in each state: see {@code client.Refusing}. */
    Transcript refuse(String bootstrapServers, Path directory) {
        Class<?>[] types = {String.class, Path.class};
        return (Transcript) call(REFUSING, "run", types, bootstrapServers, directory);
    }

    /** What clients of the engine are told when user code fails, and how they end: see {@code client.Failing}. */
    Transcript fail(String bootstrapServers, Path directory) {
        Class<?>[] types = {String.class, Path.class};
        return (Transcript) call(FAILING, "run", types, bootstrapServers, directory);
    }

    /** What the engine tells stores of the user's making: see {@code client.Telling}. */
    Transcript tell(String bootstrapServers, Path directory) {
        Class<?>[] types = {String.class, Path.class};
        return (Transcript) call(TELLING, "run", types, bootstrapServers, directory);
    }

    /** Which settings a client of the engine goes by: see {@code client.Overriding}. */
    Transcript override(String bootstrapServers, Path directory) {
        Class<?>[] types = {String.class, Path.class};
        return (Transcript) call(OVERRIDING, "run", types, bootstrapServers, directory);
    }

    /** Every kind of store that an application can have. */
    @SuppressWarnings("unchecked")
    List<KindFacts> kinds() {
        return (List<KindFacts>) call(APPLICATION, "kinds", new Class<?>[0]);
    }

    /** Starts an application that has a store of each of some kinds. */
    RunningApplication start(Set<String> kinds, boolean persistent, Map<String, String> config) {
        Class<?>[] types = {Set.class, boolean.class, Map.class};
        return (RunningApplication) call(APPLICATION, "start", types, kinds, persistent, config);
    }

    private Object call(String type, String method, Class<?>[] types, Object... arguments) {
        try {
            return loader.loadClass(type).getMethod(method, types).invoke(null, arguments);
        } catch (InvocationTargetException failure) {
            throw new AssertionError(name + " failed: " + failure.getCause(), failure.getCause());
        } catch (ReflectiveOperationException broken) {
            throw new LinkageError("The programs are not what they should be", broken);
        }
    }

    @Override
    public String toString() {
        return name;
    }

    /** Loads programs, clusters and clients anew, with the API's package renamed; everything else comes from the parent. */
    private static final class RenamingLoader extends ClassLoader {
        private static final Remapper TO_REFERENCE = new Remapper(Opcodes.ASM9) {
            @Override
            public String map(String internalName) {
                return internalName.startsWith(OUR_API)
                        ? REFERENCE_API + internalName.substring(OUR_API.length())
                        : internalName;
            }
        };

        RenamingLoader(ClassLoader parent) {
            super(parent);
        }

        @Override
        protected Class<?> loadClass(String className, boolean resolve) throws ClassNotFoundException {
            if (!isLoadedTwice(className)) {
                return super.loadClass(className, resolve);
            }
            synchronized (getClassLoadingLock(className)) {
                Class<?> loaded = findLoadedClass(className);
                return loaded != null ? loaded : defineRenamed(className);
            }
        }

        private static boolean isLoadedTwice(String className) {
            return className.startsWith(PROGRAMS) || className.startsWith(CLUSTERS) || className.startsWith(CLIENTS);
        }

        private Class<?> defineRenamed(String className) throws ClassNotFoundException {
            try (InputStream compiled = getParent().getResourceAsStream(className.replace('.', '/') + ".class")) {
                if (compiled == null) {
                    throw new ClassNotFoundException(className);
                }
                ClassWriter renamed = new ClassWriter(0);
                new ClassReader(compiled).accept(new ClassRemapper(renamed, TO_REFERENCE), 0);
                byte[] bytes = renamed.toByteArray();
                return defineClass(className, bytes, 0, bytes.length);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }
}
