package dev.millrace.engine.task.intake;

import dev.millrace.engine.operator.Operator;
import dev.millrace.engine.operator.OperatorContext;
import java.lang.reflect.Proxy;

/** An operator that is never called: the intake only carries it along. */
final class Nowhere extends Operator {
    Nowhere() {
        super("nowhere", unused());
    }

    private static OperatorContext unused() {
        return (OperatorContext) Proxy.newProxyInstance(
                OperatorContext.class.getClassLoader(),
                new Class<?>[] {OperatorContext.class},
                (proxy, method, arguments) -> {
                    throw new AssertionError(method + " was called");
                });
    }
}
