package dev.millrace.engine.assign;

import java.nio.BufferUnderflowException;

/** Which group messages this release can read. */
final class Versions {
    private Versions() {}

    static void check(int found, int known) {
        if (found != known) {
            throw new IllegalArgumentException("A member of the group speaks version " + found
                    + " of Millrace's group messages, this one speaks " + known
                    + ": stop the instances of one release before starting those of the other");
        }
    }

    static IllegalArgumentException notOurs(BufferUnderflowException tooShort) {
        return new IllegalArgumentException(
                "A member of the group sent a message that is not Millrace's: does another application use the same"
                        + " application.id?",
                tooShort);
    }
}
