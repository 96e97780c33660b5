package dev.millrace.conformance;

import dev.millrace.conformance.script.Step;
import java.util.List;

/** Finds where two transcripts part, and says so with the input that led there. */
final class Difference {
    private static final int CONTEXT = 6;

    private Difference() {}

    static void check(String what, List<Step> steps, List<String> expected, List<String> found) {
        int same = 0;
        while (same < expected.size()
                && same < found.size()
                && expected.get(same).equals(found.get(same))) {
            same++;
        }
        if (same < expected.size() || same < found.size()) {
            throw new AssertionError(what + ": transcripts differ from line " + same + "\n  input: "
                    + inputOf(expected, same, steps) + "\n  before: " + around(expected, same - CONTEXT, same)
                    + "\n  reference: " + around(expected, same, same + CONTEXT) + "\n  millrace:  "
                    + around(found, same, same + CONTEXT));
        }
    }

    private static String around(List<String> lines, int from, int to) {
        return String.join(
                "\n             ",
                lines.subList(Math.max(0, Math.min(from, lines.size())), Math.min(to, lines.size())));
    }

    private static String inputOf(List<String> lines, int index, List<Step> steps) {
        for (int i = Math.min(index, lines.size() - 1); i >= 0; i--) {
            if (lines.get(i).startsWith("step ")) {
                return steps.get(Integer.parseInt(lines.get(i).substring("step ".length())))
                        .toString();
            }
        }
        return "none";
    }
}
