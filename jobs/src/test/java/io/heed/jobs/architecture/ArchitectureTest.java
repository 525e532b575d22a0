package io.heed.jobs.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

/** Dependencies point one way; see the design's list of folders. */
class ArchitectureTest {
    private static final JavaClasses HEED = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("io.heed");

    @Test
    void modulesDependInOneDirection() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("events")
                .definedBy("io.heed.events..")
                .layer("features")
                .definedBy("io.heed.features..")
                .layer("patterns")
                .definedBy("io.heed.patterns..")
                .layer("models")
                .definedBy("io.heed.models..")
                .layer("language")
                .definedBy("io.heed.language..")
                .layer("triggers")
                .definedBy("io.heed.triggers..")
                .layer("replay")
                .definedBy("io.heed.replay..")
                .layer("jobs")
                .definedBy("io.heed.jobs..")
                .whereLayer("features")
                .mayOnlyBeAccessedByLayers("patterns", "models", "language", "triggers", "jobs")
                .whereLayer("patterns")
                .mayOnlyBeAccessedByLayers("triggers", "jobs")
                .whereLayer("models")
                .mayOnlyBeAccessedByLayers("language", "triggers", "jobs")
                .whereLayer("language")
                .mayOnlyBeAccessedByLayers("jobs")
                .whereLayer("triggers")
                .mayOnlyBeAccessedByLayers("jobs")
                .whereLayer("replay")
                .mayOnlyBeAccessedByLayers("jobs")
                .whereLayer("jobs")
                .mayNotBeAccessedByAnyLayer()
                .check(HEED);
    }

    @Test
    void flinkIsImportedOnlyInPackagesNamedFlink() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..flink..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.flink..")
                .check(HEED);
    }

    @Test
    void onlyLanguageKnowsCoreNlp() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.heed.language..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("edu.stanford.nlp..")
                .check(HEED);
    }

    @Test
    void nobodyAsksTheWallClockForTheTimeOfEvents() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.heed.jobs.commands..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(HEED);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.heed.(*)..").should().beFreeOfCycles().check(HEED);
    }
}
