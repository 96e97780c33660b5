package dev.millrace.benchmarks.input;

/** The topics that every workload knows. */
public final class Topics {
    public static final String INPUT = "input";
    /** A second stream, for workloads that join two. */
    public static final String OTHER = "other";

    public static final String TABLE = "table";
    public static final String OUTPUT = "output";

    private Topics() {}
}
