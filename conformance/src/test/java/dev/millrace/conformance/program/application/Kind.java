package dev.millrace.conformance.program.application;

import dev.millrace.conformance.script.Input;
import dev.millrace.conformance.script.KindFacts;
import dev.millrace.conformance.script.KindFacts.Left;
import java.util.List;
import java.util.function.Consumer;

/**
 * A kind of store, and a piece of topology that fills it and lets it show in the output what it holds.
 *
 * @param inputs what it reads; the names are made by {@link Place}
 * @param left what its input does not determine
 */
record Kind(String name, List<Input> inputs, Left left, Consumer<Place> definition) {

    /** One that reads a stream of words. */
    static Kind ofWords(String name, Consumer<Place> definition) {
        return new Kind(name, List.of(Input.words(Place.topic(name, 0))), Left.NOTHING, definition);
    }

    /** One that reads two streams of words. */
    static Kind ofTwo(String name, Consumer<Place> definition) {
        return new Kind(
                name,
                List.of(Input.words(Place.topic(name, 0)), Input.words(Place.topic(name, 1))),
                Left.NOTHING,
                definition);
    }

    /** The same, leaving something to chance. */
    Kind leaving(Left open) {
        return new Kind(name, inputs, open, definition);
    }

    KindFacts facts() {
        return new KindFacts(name, inputs, left);
    }
}
