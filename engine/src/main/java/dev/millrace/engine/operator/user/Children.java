package dev.millrace.engine.operator.user;

import dev.millrace.engine.operator.Operator;
import dev.millrace.streams.errors.StreamsException;
import java.util.Arrays;
import java.util.List;

/** The children of a user's node: all of them as one, or one of them by name. */
final class Children {
    private final Operator all;
    private final Operator[] each;

    Children(Operator all, List<Operator> each) {
        this.all = all;
        this.each = each.toArray(Operator[]::new);
    }

    Operator all() {
        return all;
    }

    /** A loop, because there are few, and a name that user code passes is nearly always the same object. */
    Operator named(String name) {
        for (Operator child : each) {
            if (child.name().equals(name)) {
                return child;
            }
        }
        throw new StreamsException(
                "A record is to be forwarded to " + name + ", but the children of this processor are "
                        + Arrays.stream(each).map(Operator::name).toList());
    }
}
