package dev.millrace.conformance.program;

/** How something ended that may be refused: noted with the type of the exception, since texts are each engine's own. */
final class Outcome {
    private Outcome() {}

    static void note(String what, Runnable attempt) {
        try {
            attempt.run();
            Diary.note(what + " went well");
        } catch (RuntimeException refused) {
            Diary.note(what + " ended with " + refused.getClass().getSimpleName());
        }
    }
}
