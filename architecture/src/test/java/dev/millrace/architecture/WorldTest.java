package dev.millrace.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/** Where the outside world may be touched: time, threads, dice, files, the log, databases, the network. */
@AnalyzeClasses(packages = "dev.millrace", importOptions = ImportOption.DoNotIncludeTests.class)
class WorldTest {
    /** The parts that must be able to run on one thread with a seed. */
    private static final String[] CORE = {"dev.millrace.topology..", "dev.millrace.state..", "dev.millrace.engine.."};

    /** A plan or an assignment that depends on the world cannot be tested by comparing values. */
    @ArchTest
    static final ArchRule planningAndAssignmentArePure = noClasses()
            .that()
            .resideInAnyPackage("dev.millrace.topology..", "dev.millrace.engine.assign..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.net..",
                    "java.nio.channels..",
                    "java.nio.file..",
                    "java.util.concurrent..",
                    "org.apache.kafka.clients..",
                    "org.rocksdb..",
                    "org.slf4j..");

    /** Stated on accesses, not calls, because {@code callMethod} does not see {@code System::nanoTime}. */
    @ArchTest
    static final ArchRule timeThreadsAndDiceAreInjected =
            noClasses().that().resideInAnyPackage(CORE).should().accessTargetWhere(readTheWorld());

    /** The log comes in as a logger; who asks the factory cannot be silenced or replayed. */
    @ArchTest
    static final ArchRule theLogIsInjected = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.slf4j.LoggerFactory");

    /** Files have one door in the core, the state directory; databases are given a path and bring their own. */
    @ArchTest
    static final ArchRule filesStayBehindTheirDoor = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .and(not(resideInAPackage("dev.millrace.state.directory..")))
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.nio.file.Files");

    @ArchTest
    static final ArchRule rocksdbStaysBehindItsDoor = noClasses()
            .that(not(resideInAnyPackage("dev.millrace.rocksdb..", "dev.millrace.streams.state..")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.rocksdb..");

    /** The core names no client: that is what lets a test driver or a simulator stand in for Kafka. */
    @ArchTest
    static final ArchRule theKafkaClientsStayBehindTheirDoor = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .or()
            .resideInAPackage("dev.millrace.rocksdb..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka.clients..");

    /** A task belongs to one thread at a time; locks are for where threads meet. */
    @ArchTest
    static final ArchRule noSynchronizedMethodsOnTheDataPath = noMethods()
            .that()
            .areDeclaredInClassesThat(resideInAnyPackage(
                    "dev.millrace.topology..",
                    "dev.millrace.state.overlay..",
                    "dev.millrace.state.kind..",
                    "dev.millrace.state.keyvalue..",
                    "dev.millrace.state.bucket..",
                    "dev.millrace.state.window..",
                    "dev.millrace.state.session..",
                    "dev.millrace.state.join..",
                    "dev.millrace.state.versioned..",
                    "dev.millrace.state.buffer..",
                    "dev.millrace.engine.operator..",
                    "dev.millrace.engine.task..",
                    "dev.millrace.engine.assign.."))
            .should()
            .haveModifier(JavaModifier.SYNCHRONIZED);

    private static DescribedPredicate<JavaAccess<?>> readTheWorld() {
        Set<String> names = Set.of(
                "java.lang.System.currentTimeMillis",
                "java.lang.System.nanoTime",
                "java.lang.System.getProperty",
                "java.lang.System.getenv",
                "java.lang.System.out",
                "java.lang.System.err",
                "java.time.Instant.now",
                "java.time.Clock.systemUTC",
                "java.lang.Thread.sleep",
                "java.lang.Thread.<init>",
                "java.lang.Math.random",
                "java.util.UUID.randomUUID",
                "java.util.Random.<init>",
                "java.util.SplittableRandom.<init>",
                "java.util.concurrent.ThreadLocalRandom.current");
        return DescribedPredicate.describe(
                "read the clock, sleep, start threads, roll dice or print",
                access -> names.contains(access.getTargetOwner().getName() + "."
                        + access.getTarget().getName()));
    }
}
