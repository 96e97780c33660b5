package dev.millrace.benchmarks.part;

import java.lang.reflect.Proxy;

/** Stands in for what a part must be given but has no reason to call here. */
final class Unused {

    private Unused() {}

    /** An object that fails whatever is called. */
    static <T> T of(Class<T> type) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    throw new IllegalStateException(method + " was called, which should not happen in this benchmark");
                }));
    }
}
