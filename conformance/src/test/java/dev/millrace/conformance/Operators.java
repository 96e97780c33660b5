package dev.millrace.conformance;

import java.util.Set;

/** The operators that Millrace has, under the names by which programs claim to cover them. */
final class Operators {
    static final Set<String> IMPLEMENTED = Set.of(
            "StreamsBuilder.stream",
            "StreamsBuilder.table",
            "StreamsBuilder.addStateStore",
            "KStream.filter",
            "KStream.filterNot",
            "KStream.map",
            "KStream.mapValues",
            "KStream.flatMap",
            "KStream.flatMapValues",
            "KStream.selectKey",
            "KStream.peek",
            "KStream.foreach",
            "KStream.print",
            "KStream.merge",
            "KStream.split",
            "KStream.repartition",
            "KStream.to",
            "KStream.toTable",
            "KStream.groupBy",
            "KStream.groupByKey",
            "KStream.process",
            "KStream.processValues",
            "KStream.join(KTable)",
            "KStream.leftJoin(KTable)",
            "KStream.join(GlobalKTable)",
            "KStream.leftJoin(GlobalKTable)",
            "KTable.filter",
            "KTable.filterNot",
            "KTable.mapValues",
            "KTable.toStream",
            "KTable.groupBy",
            "KTable.suppress",
            "KGroupedStream.count",
            "KGroupedStream.reduce",
            "KGroupedStream.aggregate",
            "TimeWindowedKStream.count",
            "TimeWindowedKStream.reduce",
            "TimeWindowedKStream.aggregate",
            "KGroupedTable.count",
            "KGroupedTable.reduce",
            "KGroupedTable.aggregate",
            "ProcessorContext.schedule",
            "Topology.addProcessor",
            "Topology.addStateStore",
            "Topology.addGlobalStore",
            "Consumed.withTimestampExtractor",
            "KeyValueStore",
            "WindowStore");

    private Operators() {}
}
