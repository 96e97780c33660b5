package dev.millrace.topology.naming;

/** What generated names begin with, and what derived names end with. */
public final class Prefixes {
    public static final String STREAM_SOURCE = "KSTREAM-SOURCE-";
    public static final String STREAM_SINK = "KSTREAM-SINK-";
    public static final String STREAM_FILTER = "KSTREAM-FILTER-";
    public static final String STREAM_MAP = "KSTREAM-MAP-";
    public static final String STREAM_MAP_VALUES = "KSTREAM-MAPVALUES-";
    public static final String STREAM_FLAT_MAP = "KSTREAM-FLATMAP-";
    public static final String STREAM_FLAT_MAP_VALUES = "KSTREAM-FLATMAPVALUES-";
    public static final String STREAM_SELECT_KEY = "KSTREAM-KEY-SELECT-";
    public static final String STREAM_PEEK = "KSTREAM-PEEK-";
    public static final String STREAM_FOREACH = "KSTREAM-FOREACH-";
    public static final String STREAM_PRINT = "KSTREAM-PRINTER-";
    public static final String STREAM_MERGE = "KSTREAM-MERGE-";
    public static final String STREAM_BRANCH = "KSTREAM-BRANCH-";
    public static final String STREAM_REPARTITION = "KSTREAM-REPARTITION-";
    public static final String STREAM_PROCESS = "KSTREAM-PROCESSOR-";
    public static final String STREAM_PROCESS_VALUES = "KSTREAM-PROCESSVALUES-";
    public static final String STREAM_TO_TABLE = "KSTREAM-TOTABLE-";
    public static final String STREAM_JOIN = "KSTREAM-JOIN-";
    public static final String STREAM_LEFT_JOIN = "KSTREAM-LEFTJOIN-";
    public static final String STREAM_AGGREGATE = "KSTREAM-AGGREGATE-";
    public static final String STREAM_REDUCE = "KSTREAM-REDUCE-";

    public static final String TABLE_SOURCE = "KTABLE-SOURCE-";
    public static final String TABLE_FILTER = "KTABLE-FILTER-";
    public static final String TABLE_MAP_VALUES = "KTABLE-MAPVALUES-";
    public static final String TABLE_SELECT = "KTABLE-SELECT-";
    public static final String TABLE_TO_STREAM = "KTABLE-TOSTREAM-";
    public static final String TABLE_AGGREGATE = "KTABLE-AGGREGATE-";
    public static final String TABLE_REDUCE = "KTABLE-REDUCE-";

    /** Between the prefix of what fills a store (or the topic, for a source table) and the number. */
    public static final String STORE = "STATE-STORE-";

    public static final String REPARTITION_TOPIC_SUFFIX = "-repartition";
    public static final String SOURCE_SUFFIX = "-source";
    public static final String SINK_SUFFIX = "-sink";
    public static final String FILTER_SUFFIX = "-filter";

    private Prefixes() {}
}
