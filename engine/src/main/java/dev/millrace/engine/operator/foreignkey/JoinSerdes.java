package dev.millrace.engine.operator.foreignkey;

import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.state.BuiltInSerdes;
import dev.millrace.topology.definition.ForeignKeyJoin;
import dev.millrace.topology.definition.Open;
import java.util.Arrays;
import java.util.function.Supplier;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Keys and values of a join by foreign key as bytes. The topic names that serializers are told are the reference's: who registers
 * schemas by topic finds those that are there.
 */
final class JoinSerdes {
    private final ForeignKeyJoin join;
    private final OperatorContext context;
    private final String subscriptionTopic;
    private final String responseTopic;

    JoinSerdes(ForeignKeyJoin join, OperatorContext context) {
        this.join = join;
        this.context = context;
        this.subscriptionTopic = context.topicName(join.subscriptionTopic());
        this.responseTopic = context.topicName(join.responseTopic());
    }

    Part primaryKeys() {
        return new Part(context, serializer(join.keys(), context::defaultKeySerde), subscriptionTopic + "-pk");
    }

    Part foreignKeys() {
        return new Part(context, serializer(join.foreignKeys(), context::defaultKeySerde), subscriptionTopic + "-fk");
    }

    /** Left values, to be hashed. */
    Part hashedValues() {
        return new Part(context, serializer(join.values(), context::defaultValueSerde), subscriptionTopic + "-vh");
    }

    /** Foreign values, to be sent. */
    Part foreignValues() {
        return new Part(context, serializer(join.foreignValues(), context::defaultValueSerde), responseTopic);
    }

    @SuppressWarnings("unchecked")
    private Serializer<Object> serializer(@Nullable Serde<?> own, Supplier<Serde<?>> configured) {
        Serializer<?> serializer = own == null ? configured.get().serializer() : own.serializer();
        return (Serializer<Object>) Open.completed(serializer, context::defaultKeySerde);
    }

    /** What reads the foreign values that responses bring. */
    Deserializer<?> foreignValueDeserializer() {
        Serde<?> own = join.foreignValues();
        Deserializer<?> deserializer = own == null ? context.defaultValueSerde().deserializer() : own.deserializer();
        return Open.completed(deserializer, context::defaultKeySerde);
    }

    String responseTopic() {
        return responseTopic;
    }

    /** Objects of one kind, written for one topic. */
    static final class Part {
        private final OperatorContext context;
        private final Serializer<Object> serializer;
        private final String topic;
        private final @Nullable Class<?> canonicalType;

        Part(OperatorContext context, Serializer<Object> serializer, String topic) {
            this.context = context;
            this.serializer = serializer;
            this.topic = topic;
            this.canonicalType = BuiltInSerdes.canonicallyWritten(serializer);
        }

        byte[] write(Object object, Headers headers) {
            return serializer.serialize(topic, headers, object);
        }

        /** As {@link #write}, but a key that came from a source topic has its bytes already. */
        byte[] writeKey(Object key, Headers headers) {
            if (key.getClass() == canonicalType) {
                byte[] received = context.sourceKeyBytes(key);
                if (received != null) {
                    return received;
                }
            }
            return write(key, headers);
        }

        /** Whether two objects are written alike. For types of which that is known, equality says so. */
        boolean same(Object one, Object other, Headers headers) {
            if (one.getClass() == canonicalType && canonicalType != byte[].class) {
                return one.equals(other);
            }
            return Arrays.equals(write(one, headers), write(other, headers));
        }
    }
}
