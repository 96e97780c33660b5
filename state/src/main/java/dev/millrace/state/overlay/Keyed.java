package dev.millrace.state.overlay;

/** What a {@link KeyTable} has under a key. */
public abstract class Keyed {
    byte[] key;
    int hash;

    /** Takes the key over; the hash is its {@link KeyHash}. */
    protected Keyed(byte[] key, int hash) {
        this.key = key;
        this.hash = hash;
    }

    /** The key. Not to be changed. */
    public final byte[] key() {
        return key;
    }
}
