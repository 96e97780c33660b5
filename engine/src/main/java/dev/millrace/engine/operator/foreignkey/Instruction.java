package dev.millrace.engine.operator.foreignkey;

/** What a subscription asks for. */
enum Instruction {
    /** Unsubscribe, and do not respond: another subscription of the same row will be responded to. */
    END_SILENTLY(0),
    /** Unsubscribe, and respond that there is no foreign row. */
    END(1),
    /** Subscribe, and respond whether or not there is a foreign row. */
    BEGIN(2),
    /** Subscribe, and respond if there is a foreign row. */
    BEGIN_IF_THERE(3);

    private static final Instruction[] BY_NUMBER = values();

    private final byte number;

    Instruction(int number) {
        this.number = (byte) number;
    }

    /** Stands for it in the topic. */
    byte number() {
        return number;
    }

    /** Fails if there is no such number. */
    static Instruction numbered(byte number) {
        if (number < 0 || number >= BY_NUMBER.length) {
            throw new IllegalArgumentException("There is no instruction " + number);
        }
        return BY_NUMBER[number];
    }

    boolean ends() {
        return this == END || this == END_SILENTLY;
    }
}
