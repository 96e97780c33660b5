package dev.millrace.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.millrace.conformance.broker.Broker;
import dev.millrace.conformance.restore.Halves;
import dev.millrace.conformance.restore.Remains;
import dev.millrace.conformance.script.Input;
import dev.millrace.conformance.script.KindFacts;
import dev.millrace.conformance.script.RunningApplication;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An application is stopped, and goes on under the other engine, without its local state: it restores the changelogs that the
 * first engine wrote. What comes out, and what the changelogs hold in the end, is what an application leaves that was never
 * stopped; for every kind of store, in both directions.
 *
 * <p>The matrix is printed. {@code -Dconformance.only=word} takes only the kinds with that word in their name.
 */
class RestoreTest {
    private static final String ONLY = System.getProperty("conformance.only", "");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String UNINTERRUPTED = "uninterrupted";
    private static final List<Course> COURSES = List.of(
            new Course(Engine.REFERENCE, Engine.MILLRACE),
            new Course(Engine.MILLRACE, Engine.REFERENCE),
            new Course(Engine.MILLRACE, Engine.MILLRACE));

    private final List<KindFacts> kinds = Engine.MILLRACE.kinds().stream()
            .filter(kind -> kind.name().contains(ONLY))
            .toList();

    private int lives;

    @TempDir
    Path directory;

    /** Under which engine an application lives first, and under which then. */
    private record Course(Engine first, Engine second) {
        String application() {
            return first + "-then-" + second;
        }
    }

    @Test
    void persistentStoresMoveFromOneEngineToTheOther() {
        assertThat(differences(true, "at_least_once")).isEmpty();
    }

    @Test
    void storesInMemoryMoveFromOneEngineToTheOther() {
        assertThat(differences(false, "exactly_once_v2")).isEmpty();
    }

    private List<String> differences(boolean persistent, String guarantee) {
        assumeThat(kinds).isNotEmpty();
        try (Broker broker = Broker.start(directory.resolve("kafka"))) {
            Halves input = new Halves(kinds, System.currentTimeMillis());
            createTopics(broker);
            broker.write(input.before());
            COURSES.forEach(course -> live(broker, course.first, course.application(), persistent, guarantee));
            broker.write(input.after());
            COURSES.forEach(course -> live(broker, course.second, course.application(), persistent, guarantee));
            live(broker, Engine.REFERENCE, UNINTERRUPTED, persistent, guarantee);
            return compare(broker, persistent);
        }
    }

    private void createTopics(Broker broker) {
        Stream<String> applications =
                Stream.concat(COURSES.stream().map(Course::application), Stream.of(UNINTERRUPTED));
        Stream<String> outputs =
                applications.flatMap(application -> kinds.stream().map(kind -> Remains.outputOf(application, kind)));
        broker.createTopics(Stream.concat(inputs().stream(), outputs).toList());
    }

    private List<String> inputs() {
        return kinds.stream()
                .flatMap(kind -> kind.inputs().stream())
                .map(Input::topic)
                .toList();
    }

    /** Runs an application, on a directory of its own, until it has processed everything there is. */
    private void live(Broker broker, Engine engine, String application, boolean persistent, String guarantee) {
        Map<String, String> config = Map.of(
                "application.id",
                application,
                "bootstrap.servers",
                broker.bootstrapServers(),
                "processing.guarantee",
                guarantee,
                "state.dir",
                directory.resolve("life-" + lives++).toString());
        Set<String> names = kinds.stream().map(KindFacts::name).collect(Collectors.toSet());
        try (RunningApplication running = engine.start(names, persistent, config)) {
            await(application + " under " + engine).atMost(PATIENCE).untilAsserted(() -> {
                failIfItFailed(running, application + " under " + engine);
                assertThat(broker.unprocessed(application, topicsReadBy(broker, application)))
                        .as("topics not processed to their end")
                        .isEmpty();
            });
        }
        await().atMost(PATIENCE).until(() -> broker.isEmpty(application));
    }

    private static void failIfItFailed(RunningApplication running, String what) {
        Throwable failure = running.failure();
        if (failure != null) {
            throw new IllegalStateException(what + " failed: " + failure, failure);
        }
    }

    private List<String> topicsReadBy(Broker broker, String application) {
        List<String> topics = new ArrayList<>(inputs());
        broker.topics(application + "-").stream()
                .filter(name -> name.endsWith("-repartition") || name.endsWith("-topic"))
                .forEach(topics::add);
        return topics;
    }

    private List<String> compare(Broker broker, boolean persistent) {
        Remains expected = Remains.of(broker, UNINTERRUPTED, kinds);
        Map<Course, Remains> found = COURSES.stream()
                .collect(Collectors.toMap(course -> course, course -> Remains.of(broker, course.application(), kinds)));
        List<String> differences = new ArrayList<>();
        StringBuilder matrix = new StringBuilder(persistent ? "persistent" : "in memory");
        COURSES.forEach(course -> matrix.append(" | ").append(course.application()));
        for (KindFacts kind : kinds) {
            assertThat(expected.lines(kind)).as(kind.name()).hasSizeGreaterThan(5);
            matrix.append('\n').append(kind.name());
            for (Course course : COURSES) {
                String difference = Objects.requireNonNull(found.get(course)).difference(kind, expected);
                matrix.append(difference == null ? " | same" : " | DIFFERENT");
                if (difference != null) {
                    differences.add(kind.name() + ", " + course.application() + ": " + difference);
                }
            }
        }
        System.out.println(matrix);
        return differences;
    }
}
