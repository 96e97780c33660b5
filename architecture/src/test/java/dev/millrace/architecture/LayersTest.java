package dev.millrace.architecture;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/** Who may know whom. */
@AnalyzeClasses(packages = "dev.millrace", importOptions = ImportOption.DoNotIncludeTests.class)
class LayersTest {

    /** Maven enforces this between modules and this rule inside them; stated whole so that a reader sees one picture. */
    @ArchTest
    static final ArchRule knowledgeFlowsDownwards = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("definition")
            .definedBy("dev.millrace.topology.definition..")
            .layer("dsl")
            .definedBy("dev.millrace.topology.dsl..")
            .layer("plan")
            .definedBy("dev.millrace.topology.plan..", "dev.millrace.topology.describe..")
            .layer("state")
            .definedBy("dev.millrace.state..")
            .layer("port")
            .definedBy("dev.millrace.engine.port..", "dev.millrace.engine.time..", "dev.millrace.engine.metric..")
            .layer("operator")
            .definedBy("dev.millrace.engine.operator..")
            .layer("task")
            .definedBy("dev.millrace.engine.task..")
            .layer("commit")
            .definedBy("dev.millrace.engine.commit..", "dev.millrace.engine.restore..")
            .layer("assign")
            .definedBy("dev.millrace.engine.assign..")
            .layer("worker")
            .definedBy("dev.millrace.engine.worker..")
            .layer("adapter")
            .definedBy("dev.millrace.kafka..", "dev.millrace.rocksdb..")
            .layer("wiring")
            .definedBy("dev.millrace.runtime..")
            .whereLayer("wiring")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("adapter")
            .mayOnlyBeAccessedByLayers("wiring")
            .whereLayer("worker")
            .mayOnlyBeAccessedByLayers("wiring")
            .whereLayer("assign")
            .mayOnlyBeAccessedByLayers("worker", "adapter", "wiring")
            .whereLayer("commit")
            .mayOnlyBeAccessedByLayers("worker", "wiring")
            .whereLayer("task")
            .mayOnlyBeAccessedByLayers("commit", "worker", "wiring")
            .whereLayer("operator")
            .mayOnlyBeAccessedByLayers("task", "wiring")
            .whereLayer("dsl")
            .mayNotBeAccessedByAnyLayer();

    /**
     * A cycle makes many packages one. The API is left to itself: its package shape is the reference's, cycles included, and
     * compatibility fixes it.
     */
    @ArchTest
    static final ArchRule noPackageKnowsItself =
            slices().assignedFrom(new BehindTheApi()).should().beFreeOfCycles();

    /** Every package of ours but the API's is a slice of its own. */
    private static final class BehindTheApi implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String name = type.getPackageName();
            return name.equals("dev.millrace.streams") || name.startsWith("dev.millrace.streams.")
                    ? SliceIdentifier.ignore()
                    : SliceIdentifier.of(name);
        }

        @Override
        public String getDescription() {
            return "packages behind the API";
        }
    }
}
