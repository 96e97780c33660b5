package dev.millrace.streams;

import dev.millrace.streams.processor.TopicNameExtractor;
import java.util.Set;
import java.util.regex.Pattern;

/** The structure of a topology: its subtopologies and global stores. Immutable. */
public interface TopologyDescription {

    /** The connected parts of the topology that run as tasks. */
    Set<Subtopology> subtopologies();

    /** The global stores, which every instance holds completely. */
    Set<GlobalStore> globalStores();

    /** A global store: a source and the processor that maintains the store. */
    interface GlobalStore {

        /** Where the store's records come from. */
        Source source();

        /** What puts them into the store. */
        Processor processor();

        /** The number of this part of the topology. */
        int id();
    }

    /** One node of a topology. */
    interface Node {

        /** The name, unique in the topology. */
        String name();

        /** The nodes that send records here. */
        Set<Node> predecessors();

        /** The nodes records go to from here. */
        Set<Node> successors();
    }

    /** A node that processes records. */
    interface Processor extends Node {

        /** The stores it may use. */
        Set<String> stores();
    }

    /** A node that writes records to a topic. */
    interface Sink extends Node {

        /** The topic, null if it is chosen for each record. */
        String topic();

        /** What chooses the topic for each record, null if it is fixed. */
        TopicNameExtractor<?, ?> topicNameExtractor();
    }

    /** A node that reads records from topics. */
    interface Source extends Node {

        /** The topics, null if they are given by a pattern. */
        Set<String> topicSet();

        /** The pattern the topics match, null if they are given by name. */
        Pattern topicPattern();
    }

    /** A connected part of the topology: each of its partitions is a task. */
    interface Subtopology {

        /** Its number. */
        int id();

        /** Its nodes. */
        Set<Node> nodes();
    }
}
