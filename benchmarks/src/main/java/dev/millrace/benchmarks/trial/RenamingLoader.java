package dev.millrace.benchmarks.trial;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/** Loads the programs with the API's package renamed to the reference's; everything else comes from the parent. */
final class RenamingLoader extends ClassLoader {
    static final String PROGRAMS = "dev.millrace.benchmarks.program.";
    private static final String OUR_API = "dev/millrace/streams/";
    private static final String REFERENCE_API = "org/apache/kafka/streams/";
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
        if (!className.startsWith(PROGRAMS)) {
            return super.loadClass(className, resolve);
        }
        synchronized (getClassLoadingLock(className)) {
            Class<?> loaded = findLoadedClass(className);
            return loaded != null ? loaded : defineRenamed(className);
        }
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
