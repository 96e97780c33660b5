package dev.millrace.streams;

import dev.millrace.streams.processor.TopicNameExtractor;
import java.util.Set;
import java.util.regex.Pattern;

public interface TopologyDescription {

    Set<Subtopology> subtopologies();

    Set<GlobalStore> globalStores();

    interface GlobalStore {

        Source source();

        Processor processor();

        int id();
    }

    interface Node {

        String name();

        Set<Node> predecessors();

        Set<Node> successors();
    }

    interface Processor extends Node {

        Set<String> stores();
    }

    interface Sink extends Node {

        String topic();

        TopicNameExtractor<?, ?> topicNameExtractor();
    }

    interface Source extends Node {

        Set<String> topicSet();

        Pattern topicPattern();
    }

    interface Subtopology {

        int id();

        Set<Node> nodes();
    }
}
