package dev.millrace.topology.naming;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The source of a program's generated names: a prefix and a number of ten digits, which counts the names asked for.
 *
 * <p>A step takes its numbers whether or not it is named by the user, so that naming one step leaves the generated names of
 * all others, and with them the application's topics, as they were.
 */
public final class NameSequence {
    private static final Pattern GENERATED = Pattern.compile("K(STREAM|TABLE)-.*-[0-9]{10}");

    private static final String STORE = "STATE-STORE-";
    private static final int DIGITS = 10;

    private final Set<String> given = new HashSet<>();
    private int next;

    /** The next name of a node. */
    public String next(Prefix prefix) {
        return numbered(prefix.text());
    }

    /** The given name, or the next one; a number is used up either way. */
    public String next(Prefix prefix, @Nullable String given) {
        String generated = next(prefix);
        return given == null ? generated : given;
    }

    /** The next name of the store of an operator. */
    public String nextStore(Prefix prefix) {
        return numbered(prefix.text() + STORE);
    }

    /** The next name of the store of a table that is read from a topic. */
    public String nextStore(String topic) {
        return numbered(topic + "-" + STORE);
    }

    private String numbered(String text) {
        String name = text + String.format(Locale.ROOT, "%0" + DIGITS + "d", next++);
        given.add(name);
        return name;
    }

    /** The name with another prefix and the number of {@code generated}, for what comes along with it. */
    public String sibling(String generated, Prefix prefix) {
        String name = prefix.text() + generated.substring(generated.length() - DIGITS);
        given.add(name);
        return name;
    }

    /** Whether a name is one that came from here. */
    public boolean made(String name) {
        return given.contains(name);
    }

    /** Whether a name looks as if it came from here. */
    public static boolean isGenerated(String name) {
        return GENERATED.matcher(name).matches();
    }
}
