package dev.millrace.topology.definition;

import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

/**
 * What all operators of a join by foreign key are told. The left table is the one whose rows refer to rows of the other, the
 * foreign table.
 *
 * @param subscriptionTopic the topic that carries subscriptions to the foreign table, without the application id
 * @param responseTopic the topic that carries responses back, without the application id
 * @param storeName the store of subscriptions
 * @param keys the left table's; null for the configured default, as for all four
 * @param values the left table's
 * @param foreignKeys the foreign table's keys
 * @param foreignValues the foreign table's values
 * @param left whether a left row has a result also without a foreign row
 */
public record ForeignKeyJoin(
        String subscriptionTopic,
        String responseTopic,
        String storeName,
        @Nullable Serde<?> keys,
        @Nullable Serde<?> values,
        @Nullable Serde<?> foreignKeys,
        @Nullable Serde<?> foreignValues,
        boolean left) {}
