package dev.millrace.streams.query;

public interface Query<R> {}
