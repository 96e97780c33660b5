package dev.millrace.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/** How things are named and how far they reach. */
@AnalyzeClasses(packages = "dev.millrace", importOptions = ImportOption.DoNotIncludeTests.class)
class HabitsTest {
    /** What users write against: its names are given, and its types are public for them. */
    private static final String[] FOR_USERS = {
        "dev.millrace.streams..", "dev.millrace.embedded..", "dev.millrace.examples..", "dev.millrace.benchmarks.."
    };

    /** These words say nothing about what a thing is. */
    @ArchTest
    static final ArchRule namesSayWhatAThingIs = noClasses()
            .that(not(resideInAnyPackage("dev.millrace.streams..")))
            .should()
            .haveNameMatching(".*[.$](Abstract|Internal|Default)[A-Z][^.$]*")
            .orShould()
            .haveNameMatching(".*(Manager|Helper|Util|Utils|Impl|Wrapper)");

    /**
     * Public is a promise to another package; without a taker it is noise. Takers are other packages, also those that only name
     * the type for a local variable, which leaves no trace in bytecode: so a type counts as taken if a public method of its
     * package names it. Takers are also the lookups that make objects from names, Java's service loader and Kafka's configuration.
     */
    @ArchTest
    static final ArchRule publicMeansUsedElsewhere = classes()
            .that()
            .arePublic()
            .and()
            .areTopLevelClasses()
            .and(not(resideInAnyPackage(FOR_USERS)))
            .should(beUsedFromAnotherPackage());

    /** Behaviour is shared by composition and interfaces; a class is either closed or made to be extended. */
    @ArchTest
    static final ArchRule inheritanceIsOnPurpose = classes()
            .that(not(resideInAnyPackage("dev.millrace.streams..")))
            .and()
            .areNotInterfaces()
            .and()
            .areTopLevelClasses()
            .should(beFinalOrSealedOrAbstract());

    private static ArchCondition<JavaClass> beUsedFromAnotherPackage() {
        return new ArchCondition<>("be used from another package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                events.add(new SimpleConditionEvent(
                        type,
                        isUsedElsewhere(type) || isNamedByPublicMethod(type) || isMadeFromItsName(type),
                        type.getName() + " is public but only used in its own package"));
            }
        };
    }

    private static boolean isUsedElsewhere(JavaClass type) {
        return type.getDirectDependenciesToSelf().stream()
                .map(Dependency::getOriginClass)
                .anyMatch(user -> !user.getPackageName().equals(type.getPackageName()));
    }

    private static boolean isNamedByPublicMethod(JavaClass type) {
        return type.getPackage().getClasses().stream()
                .filter(neighbour -> !neighbour.equals(type) && isPublic(neighbour.getModifiers()))
                .flatMap(neighbour -> neighbour.getCodeUnits().stream())
                .filter(method -> isPublic(method.getModifiers()))
                .anyMatch(method -> method.getAllInvolvedRawTypes().contains(type));
    }

    private static boolean isPublic(Set<JavaModifier> modifiers) {
        return modifiers.contains(JavaModifier.PUBLIC);
    }

    private static boolean isMadeFromItsName(JavaClass type) {
        return type.getRawInterfaces().stream()
                .map(JavaClass::getName)
                .anyMatch(kind -> kind.startsWith("dev.millrace.streams.spi.")
                        || kind.equals("org.apache.kafka.common.Configurable"));
    }

    private static ArchCondition<JavaClass> beFinalOrSealedOrAbstract() {
        return new ArchCondition<>("be final, sealed or abstract") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean closed = type.getModifiers().contains(JavaModifier.FINAL)
                        || type.getModifiers().contains(JavaModifier.ABSTRACT)
                        || type.reflect().isSealed();
                events.add(new SimpleConditionEvent(type, closed, type.getName() + " is open for extension"));
            }
        };
    }
}
