package dev.millrace.streams.kstream;

import dev.millrace.streams.errors.TopologyException;
import java.util.Objects;

/**
 * The name of one step of a program (KIP-307).
 *
 * <p>Names become part of topic names, so they follow their rules: 1 to 249 characters out of ASCII letters, digits,
 * {@code .}, {@code _} and {@code -}, and neither {@code .} nor {@code ..}. Immutable.
 */
public class Named implements NamedOperation<Named> {
    private static final int MAX_LENGTH = 249;

    /** The name. */
    protected String name;

    /**
     * Creates the name.
     *
     * @throws TopologyException if the name is illegal
     * @throws NullPointerException if it is null
     */
    protected Named(String name) {
        this.name = Objects.requireNonNull(name, "name cannot be null");
        validate(name);
    }

    /** Creates a copy. */
    protected Named(Named named) {
        this.name = Objects.requireNonNull(named, "named cannot be null").name;
    }

    /**
     * Names a step.
     *
     * @throws TopologyException if the name is illegal
     * @throws NullPointerException if it is null
     */
    public static Named as(String name) {
        return new Named(name);
    }

    /** Like {@link #as}; this object stays as it is. */
    @Override
    public Named withName(String name) {
        return new Named(name);
    }

    /**
     * Checks that a name is legal.
     *
     * @throws TopologyException if it is not
     * @throws NullPointerException if it is null
     */
    protected static void validate(String name) {
        Objects.requireNonNull(name, "name cannot be null");
        if (name.isEmpty()) {
            throw new TopologyException("a name cannot be empty");
        }
        if (name.equals(".") || name.equals("..")) {
            throw new TopologyException("a name cannot be \".\" or \"..\"");
        }
        if (name.length() > MAX_LENGTH) {
            throw new TopologyException("a name cannot be longer than " + MAX_LENGTH + " characters, but this one has "
                    + name.length() + ": " + name);
        }
        if (!name.chars().allMatch(Named::isLegal)) {
            throw new TopologyException(
                    "the name \"" + name + "\" contains something other than ASCII letters, digits, '.', '_' and '-'");
        }
    }

    private static boolean isLegal(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '.'
                || c == '_'
                || c == '-';
    }
}
