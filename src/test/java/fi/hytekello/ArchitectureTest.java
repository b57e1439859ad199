package fi.hytekello;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

@AnalyzeClasses(packages = "fi.hytekello", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final Set<String> PARTS = Set.of("process", "web");

    @ArchTest
    static final ArchRule ONLY_PROCESS_AND_PLATFORM_KNOW_THE_ENGINE = noClasses()
            .that()
            .resideOutsideOfPackages("..process..", "fi.hytekello.platform..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..");

    @ArchTest
    static final ArchRule THE_DOMAIN_KNOWS_NO_WEB = noClasses()
            .that()
            .resideOutsideOfPackages("..web..", "..process..", "fi.hytekello.platform..", "fi.hytekello.demo..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.servlet..", "org.springframework.web..", "..web..");

    @ArchTest
    static final ArchRule FEATURES_MEET_THROUGH_ROOT_PACKAGES =
            classes().that().resideInAPackage("fi.hytekello..").should(dependOnOtherFeaturesRootsOnly());

    @ArchTest
    static final ArchRule NOBODY_READS_THE_SYSTEM_CLOCK = noClasses()
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(java.time.LocalDateTime.class, "now")
            .orShould()
            .callMethod(java.time.Clock.class, "systemUTC")
            .orShould()
            .callMethod(java.time.Clock.class, "systemDefaultZone");

    private static ArchCondition<JavaClass> dependOnOtherFeaturesRootsOnly() {
        return new ArchCondition<>("depend on other features only through their root packages") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                String own = feature(item);
                item.getDirectDependenciesFromSelf().stream()
                        .filter(dependency ->
                                dependency.getTargetClass().getPackageName().startsWith("fi.hytekello."))
                        .filter(dependency ->
                                !feature(dependency.getTargetClass()).equals(own))
                        .filter(dependency ->
                                !feature(dependency.getTargetClass()).equals("platform"))
                        .filter(dependency -> isPart(dependency.getTargetClass()))
                        .filter(dependency -> !isSharedVocabulary(dependency.getTargetClass()))
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription())));
            }
        };
    }

    /** The variables that all processes share are the one part of an adapter that other adapters read. */
    private static boolean isSharedVocabulary(JavaClass type) {
        return type.getName().equals("fi.hytekello.cycle.process.CycleVariables");
    }

    private static boolean isPart(JavaClass type) {
        String[] names = type.getPackageName().split("\\.", -1);
        return names.length > 3 && PARTS.contains(names[3]);
    }

    private static String feature(JavaClass type) {
        String[] names = type.getPackageName().split("\\.", -1);
        return names.length > 2 ? names[2] : "";
    }
}
