package dev.millrace.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Every call in the compiled programs, method references included. Source code would not say which overload was meant. */
final class Calls {
    /** From name and descriptor to the types on which such a method is called. */
    private final Map<String, Set<String>> owners = new HashMap<>();

    private Calls() {}

    static Calls ofPrograms() {
        return of(root().resolve("dev/millrace/conformance/program"));
    }

    /** The calls in the programs of module topology that are described, which must be compiled. */
    static Calls ofDescribedPrograms() {
        return of(Path.of("../topology/target/test-classes/dev/millrace/topology/corpus"));
    }

    private static Calls of(Path directory) {
        Calls calls = new Calls();
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> classes =
                    files.filter(file -> file.toString().endsWith(".class")).toList();
            classes.forEach(calls::read);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return calls;
    }

    /** Whether a program calls the method, on its type or on a subtype. */
    boolean contain(Method method) {
        return owners.getOrDefault(method.getName() + Type.getMethodDescriptor(method), Set.of()).stream()
                .anyMatch(owner -> method.getDeclaringClass().isAssignableFrom(loaded(owner)));
    }

    private void read(Path file) {
        try (InputStream compiled = Files.newInputStream(file)) {
            new ClassReader(compiled).accept(new ClassCalls(), ClassReader.SKIP_DEBUG);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void add(String owner, String name, String descriptor) {
        if (owner.startsWith("dev/millrace/streams/")) {
            owners.computeIfAbsent(name + descriptor, unseen -> new HashSet<>()).add(owner);
        }
    }

    private static Class<?> loaded(String internalName) {
        try {
            return Class.forName(internalName.replace('/', '.'), false, Calls.class.getClassLoader());
        } catch (ClassNotFoundException gone) {
            throw new LinkageError("A program calls what is not there", gone);
        }
    }

    private static Path root() {
        try {
            return Path.of(Calls.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException broken) {
            throw new IllegalStateException("The programs are in no directory", broken);
        }
    }

    private final class ClassCalls extends ClassVisitor {
        ClassCalls() {
            super(Opcodes.ASM9);
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            return new MethodCalls();
        }
    }

    private final class MethodCalls extends MethodVisitor {
        MethodCalls() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            add(owner, name, descriptor);
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            for (Object argument : arguments) {
                if (argument instanceof Handle handle) {
                    add(handle.getOwner(), handle.getName(), handle.getDesc());
                }
            }
        }
    }
}
