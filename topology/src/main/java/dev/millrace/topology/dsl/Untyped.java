package dev.millrace.topology.dsl;

/**
 * The place where types end: the program was checked by the compiler, the definition holds functions of {@code Object}.
 */
final class Untyped {
    private Untyped() {}

    /** The same function, seen without its types. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    static <T> T function(Object function) {
        return (T) function;
    }
}
