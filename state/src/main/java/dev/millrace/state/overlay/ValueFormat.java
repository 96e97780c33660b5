package dev.millrace.state.overlay;

/**
 * How the values of a store look in the overlay and in the database.
 *
 * <p>An entry <em>holds</em> a value in the form that is cheapest to work with: the object itself if its type is known to be
 * immutable, its serialized form otherwise (user code might change the object later). What the database has is the
 * <em>stored</em> form.
 */
public interface ValueFormat {

    /** The held form of a stored value. */
    Object load(byte[] stored);

    /** The event time inside a stored value, or -1 if the format has none. */
    long timestampOf(byte[] stored);

    /** About how many bytes of heap a held value takes. */
    int weight(Object held);
}
