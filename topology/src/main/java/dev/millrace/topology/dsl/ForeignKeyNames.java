package dev.millrace.topology.dsl;

import dev.millrace.topology.naming.NameSequence;
import dev.millrace.topology.naming.Prefix;
import org.jspecify.annotations.Nullable;

/** The names of a join by foreign key: two topics, a store, and the nodes around them. Numbers are used up either way. */
record ForeignKeyNames(
        String subscriptionTopic,
        String subscribe,
        String subscriptionSink,
        String subscriptionSource,
        String store,
        String keep,
        String answer,
        String tell,
        String responseTopic,
        String responseSink,
        String responseSource,
        String resolve,
        String output) {
    private static final String TOPIC_SUFFIX = "-topic";

    /** @param given what the user called the join; null for generated names */
    static ForeignKeyNames next(NameSequence names, @Nullable String given) {
        Naming naming = new Naming(names, given);
        return new ForeignKeyNames(
                naming.next(Prefix.SUBSCRIPTION_REGISTRATION, "-subscription-registration") + TOPIC_SUFFIX,
                naming.next(Prefix.SUBSCRIPTION_REGISTRATION, "-subscription-registration-processor"),
                naming.next(Prefix.TABLE_SINK, "-subscription-registration-sink"),
                naming.next(Prefix.TABLE_SOURCE, "-subscription-registration-source"),
                naming.next(Prefix.SUBSCRIPTION_STORE, "-subscription-store"),
                naming.next(Prefix.SUBSCRIPTION_PROCESSOR, "-subscription-receive"),
                naming.next(Prefix.SUBSCRIPTION_PROCESSOR, "-subscription-join-foreign"),
                naming.next(Prefix.SUBSCRIPTION_PROCESSOR, "-foreign-join-subscription"),
                naming.next(Prefix.SUBSCRIPTION_RESPONSE, "-subscription-response") + TOPIC_SUFFIX,
                naming.next(Prefix.TABLE_SINK, "-subscription-response-sink"),
                naming.next(Prefix.TABLE_SOURCE, "-subscription-response-source"),
                naming.next(Prefix.SUBSCRIPTION_RESPONSE_RESOLVER, "-subscription-response-resolver"),
                naming.next(Prefix.FOREIGN_KEY_JOIN_OUTPUT, "-result"));
    }

    private record Naming(NameSequence names, @Nullable String given) {
        String next(Prefix prefix, String suffix) {
            return names.next(prefix, given == null ? null : given + suffix);
        }
    }
}
