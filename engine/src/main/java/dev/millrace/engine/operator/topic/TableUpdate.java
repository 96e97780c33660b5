package dev.millrace.engine.operator.topic;

import org.jspecify.annotations.Nullable;

/** A table update on its way from a topic to the operator that takes it: never both values null. */
record TableUpdate(@Nullable Object newValue, @Nullable Object oldValue) {}
