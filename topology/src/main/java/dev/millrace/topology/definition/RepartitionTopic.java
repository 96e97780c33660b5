package dev.millrace.topology.definition;

import org.jspecify.annotations.Nullable;

/**
 * A topic that the application writes and reads again, so that records with the same key meet in one partition.
 *
 * @param name the name without the application id
 * @param partitions the number asked for, or null to take it from the topics that feed it
 */
public record RepartitionTopic(String name, @Nullable Integer partitions) {}
