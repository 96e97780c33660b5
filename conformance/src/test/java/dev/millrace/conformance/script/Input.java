package dev.millrace.conformance.script;

/**
 * A topic that a program reads, and what is written to it.
 *
 * @param nullKeys whether some records have no key
 * @param nullValues whether some records have no value (tombstones of a table)
 */
public record Input(String topic, Content keys, Content values, boolean nullKeys, boolean nullValues) {

    /** What bytes mean. */
    public enum Content {
        /** One of a few short strings, so that keys meet again. */
        WORD,
        /** A few words in one string. */
        SENTENCE,
        /** A small number as a 64-bit big-endian integer. */
        NUMBER
    }

    /** A stream of words to sentences, with every kind of null. */
    public static Input sentences(String topic) {
        return new Input(topic, Content.WORD, Content.SENTENCE, true, true);
    }

    /** A stream of words to words, with every kind of null. */
    public static Input words(String topic) {
        return new Input(topic, Content.WORD, Content.WORD, true, true);
    }

    /** A stream of words to numbers, with every kind of null. */
    public static Input numbers(String topic) {
        return new Input(topic, Content.WORD, Content.NUMBER, true, true);
    }

    /** The same without tombstones. */
    public Input withoutNullValues() {
        return new Input(topic, keys, values, nullKeys, false);
    }

    /** The same without nulls. */
    public Input complete() {
        return new Input(topic, keys, values, false, false);
    }
}
