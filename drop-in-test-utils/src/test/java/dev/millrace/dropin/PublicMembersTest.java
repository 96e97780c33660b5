package dev.millrace.dropin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every type and member of the reference's documentation (members.tsv) is there; their number shows that none was overlooked. */
class PublicMembersTest {
    private static final int TYPES = 269;
    private static final int MEMBERS = 1946;

    @Test
    void everyMemberIsThereWithItsErasedDescriptor() throws IOException {
        List<String[]> rows = Leaks.rows("members.tsv");
        Set<String> missing = new TreeSet<>();
        try (URLClassLoader loader = Jars.DROP_IN.loader()) {
            rows.stream()
                    .filter(row -> !exists(row, loader))
                    .forEach(row -> missing.add(row[0] + "#" + row[2] + row[3]));
        }
        long types = rows.stream().filter(row -> row[1].equals("type")).count();
        System.out.println("drop-in: " + types + " types and " + (rows.size() - types) + " members listed, "
                + missing.size() + " members leak and are left out");

        assertThat(types).isEqualTo(TYPES);
        assertThat(rows.size() - types).isEqualTo(MEMBERS);
        assertThat(missing).allMatch(member -> member.contains("/internals/"));
    }

    @Test
    void constantsThatTheCompilerCopiesAreEqual() throws IOException {
        List<String> different = new ArrayList<>();
        try (URLClassLoader published = Jars.PUBLISHED.loader();
                URLClassLoader ours = Jars.DROP_IN.loader()) {
            for (String[] row : Leaks.rows("members.tsv")) {
                Object expected = isConstant(row) ? constant(row, published) : null;
                if (expected != null && !expected.equals(constant(row, ours))) {
                    different.add(row[0] + "#" + row[2] + " is " + expected + ", not " + constant(row, ours));
                }
            }
        }

        assertThat(different).isEmpty();
    }

    private static boolean exists(String[] row, ClassLoader loader) {
        try {
            Class<?> owner = load(row, loader);
            return switch (row[1]) {
                case "type" -> usable(owner.getModifiers());
                case "field", "enumconst" -> usable(field(owner, row[2]));
                case "constructor" -> constructors(owner).anyMatch(made -> is(made, void.class, row[3]));
                default ->
                    methods(owner)
                            .anyMatch(method ->
                                    method.getName().equals(row[2]) && is(method, method.getReturnType(), row[3]));
            };
        } catch (ClassNotFoundException | NoSuchFieldException gone) {
            return false;
        }
    }

    /** The texts that describe settings are each engine's own. */
    private static boolean isConstant(String[] row) {
        return row[1].equals("field") && !row[2].endsWith("_DOC");
    }

    private static @Nullable Object constant(String[] row, ClassLoader loader) {
        try {
            Field field = field(load(row, loader), row[2]);
            boolean simple = field.getType().isPrimitive() || field.getType() == String.class;
            if (!simple || !Modifier.isStatic(field.getModifiers()) || !Modifier.isPublic(field.getModifiers())) {
                return null;
            }
            return field.get(null);
        } catch (ReflectiveOperationException gone) {
            return null;
        }
    }

    /** The name of a nested type is written with a dot. */
    private static Class<?> load(String[] row, ClassLoader loader) throws ClassNotFoundException {
        String[] parts = row[0].split("\\.(?=[A-Z])");
        String outermost = parts[0] + "." + parts[1];
        String nested = String.join("$", Arrays.asList(parts).subList(2, parts.length));
        return Class.forName(nested.isEmpty() ? outermost : outermost + "$" + nested, false, loader);
    }

    private static Field field(Class<?> owner, String name) throws NoSuchFieldException {
        for (Class<?> type = owner; type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    return field;
                }
            }
        }
        throw new NoSuchFieldException(name);
    }

    private static Stream<Constructor<?>> constructors(Class<?> owner) {
        return Arrays.stream(owner.getDeclaredConstructors());
    }

    /** Those of the type and of everything it extends, as the JVM looks for them. */
    private static Stream<Method> methods(Class<?> owner) {
        Stream<Class<?>> above =
                Stream.concat(Stream.ofNullable(owner.getSuperclass()), Arrays.stream(owner.getInterfaces()));
        return Stream.concat(Arrays.stream(owner.getDeclaredMethods()), above.flatMap(PublicMembersTest::methods));
    }

    private static boolean is(Executable member, Class<?> returned, String descriptor) {
        return usable(member.getModifiers())
                && MethodType.methodType(returned, member.getParameterTypes())
                        .toMethodDescriptorString()
                        .equals(descriptor);
    }

    private static boolean usable(Field field) {
        return usable(field.getModifiers());
    }

    private static boolean usable(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }
}
