package dev.millrace.dropin;

import japicmp.cmp.JApiCmpArchive;
import japicmp.cmp.JarArchiveComparator;
import japicmp.cmp.JarArchiveComparatorOptions;
import japicmp.cmp.JarArchiveComparatorOptions.ClassPathMode;
import japicmp.filter.JavadocLikePackageFilter;
import japicmp.model.AccessModifier;
import japicmp.model.JApiBehavior;
import japicmp.model.JApiChangeStatus;
import japicmp.model.JApiClass;
import japicmp.model.JApiCompatibility;
import japicmp.model.JApiHasAccessModifier;
import japicmp.model.JApiHasChangeStatus;
import japicmp.model.JApiParameter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a program that links to the published jars, or is compiled against them, would miss in the drop-in jars.
 *
 * <p>One line per change: the member, a space, the change in the words of japicmp. What we have beyond the published API is not a
 * change, unless a program that implements an interface would have to implement it too.
 */
final class ApiChanges {
    private static final String INTERNALS = "org.apache.kafka.streams.%sinternals";

    /** Said once, as REMOVED. */
    private static final Set<String> REMOVALS = Set.of("FIELD_REMOVED", "CONSTRUCTOR_REMOVED", "METHOD_REMOVED");

    private final Set<String> changes = new TreeSet<>();
    private int types;

    private ApiChanges() {}

    static ApiChanges between(Jars before, Jars after) {
        ApiChanges found = new ApiChanges();
        compared(before, after).stream()
                .filter(type -> type.getChangeStatus() != JApiChangeStatus.NEW)
                .forEach(found::addAll);
        return found;
    }

    /** How many types there were. */
    int types() {
        return types;
    }

    Set<String> lines() {
        return changes;
    }

    private static List<JApiClass> compared(Jars before, Jars after) {
        JarArchiveComparatorOptions options = new JarArchiveComparatorOptions();
        options.setAccessModifier(AccessModifier.PROTECTED);
        options.setClassPathMode(ClassPathMode.TWO_SEPARATE_CLASSPATHS);
        options.setOldClassPath(paths(before));
        options.setNewClassPath(paths(after));
        Stream.of("", "errors.", "kstream.", "processor.", "query.", "state.")
                .map(part -> new JavadocLikePackageFilter(INTERNALS.formatted(part), false))
                .forEach(options.getFilters().getExcludes()::add);
        return new JarArchiveComparator(options).compare(archives(before), archives(after));
    }

    private static List<JApiCmpArchive> archives(Jars jars) {
        return Stream.of(jars.library(), jars.testUtils())
                .map(jar -> new JApiCmpArchive(jar.toFile(), ""))
                .toList();
    }

    private static List<String> paths(Jars jars) {
        return jars.classPath().stream().map(Path::toString).toList();
    }

    private void addAll(JApiClass type) {
        types++;
        String name = type.getFullyQualifiedName();
        addChanges(name, type);
        addChanges(name + " extends", type.getSuperclass());
        type.getInterfaces().forEach(known -> addChanges(name + " implements " + known.getFullyQualifiedName(), known));
        type.getFields().forEach(field -> addMember(name + "#" + field.getName(), field));
        type.getConstructors().forEach(made -> addMember(name + "#<init>" + parameters(made), made));
        type.getMethods().forEach(method -> addMember(name + "#" + method.getName() + parameters(method), method));
    }

    /** Members that nobody could use are left out: japicmp lists them all if they are gone. */
    private <M extends JApiHasChangeStatus & JApiHasAccessModifier & JApiCompatibility> void addMember(
            String name, M member) {
        AccessModifier access = member.getAccessModifier().getOldModifier().orElse(AccessModifier.PRIVATE);
        if (member.getChangeStatus() == JApiChangeStatus.NEW
                || access.getLevel() >= AccessModifier.PROTECTED.getLevel()) {
            addChanges(name, member);
            if (member.getChangeStatus() == JApiChangeStatus.REMOVED) {
                changes.add(name + " REMOVED");
            }
        }
    }

    private void addChanges(String name, JApiCompatibility element) {
        element.getCompatibilityChanges().stream()
                .filter(change -> !change.isBinaryCompatible() || !change.isSourceCompatible())
                .map(change -> change.getType().name())
                .filter(change -> !REMOVALS.contains(change))
                .forEach(change -> changes.add(name + " " + change));
    }

    private static String parameters(JApiBehavior behavior) {
        return behavior.getParameters().stream().map(JApiParameter::getType).collect(Collectors.joining(",", "(", ")"));
    }
}
