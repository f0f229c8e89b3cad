package cip;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import java.util.List;

@AnalyzeClasses(
        packages = "cip",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.WithoutTestJars.class})
class ArchitectureTest {
    private static final List<String> CORE_LEFT_TO_RIGHT = List.of(
            "customer", "feature", "score", "action", "contact", "rule", "arbitrate", "decide", "simulate", "monitor");

    /** What every package of core may use, and which use nobody. */
    private static final List<String> CORE_FOUNDATIONS = List.of("error", "hash");

    /** Read by every feature and filled by the import, in one transaction with its checkpoint. */
    private static final String SHARED_STORES = "cip.server.customers";

    @ArchTest
    static final ArchRule spiKnowsNobody = noClasses()
            .that()
            .resideInAPackage("cip.spi..")
            .should()
            .dependOnClassesThat(not(resideInAnyPackage("cip.spi..", "java..", "org.slf4j..", "org.jspecify..")))
            .because("a plugin compiles against it and brings whatever versions it likes of everything else");

    @ArchTest
    static final ArchRule coreKnowsOnlySpi = noClasses()
            .that()
            .resideInAPackage("cip.core..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "cip.server..",
                    "java.sql..",
                    "java.net.http..",
                    "jakarta.ws.rs..",
                    "jakarta.servlet..",
                    "org.jdbi..",
                    "io.dropwizard..")
            .because("the decision is a pure function that also runs in Spark and in tests: no HTTP, no SQL");

    @ArchTest
    static final ArchRule aPluginKnowsOnlySpi = noClasses()
            .that()
            .resideInAPackage("cip.plugins..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("cip.core..", "cip.server..")
            .because("it runs with whatever version of the engine the operator has");

    @ArchTest
    static final ArchRule coreReadsNoClock = noClasses()
            .that()
            .resideInAPackage("cip.core..")
            .should()
            .dependOnClassesThat(nameOf("java.time.Clock"))
            .orShould()
            .callMethodWhere(readsTheTime())
            .because("a decision is replayed bit for bit: the instant is an argument");

    @ArchTest
    static final ArchRule coreReadsNoFiles = noClasses()
            .that()
            .resideInAPackage("cip.core..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(java.nio.file.Files.class, java.nio.file.Path.class, java.io.File.class)
            .because("what it decides by is handed to it: a strategy replayed elsewhere has no files of ours");

    @ArchTest
    static final ArchRule coreThrowsNoDice = noClasses()
            .that()
            .resideInAPackage("cip.core..")
            .should()
            .dependOnClassesThat(nameOf("java.util.concurrent.ThreadLocalRandom"))
            .orShould()
            .dependOnClassesThat(nameOf("java.security.SecureRandom"))
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .callConstructor(java.util.Random.class)
            .because("a decision is replayed bit for bit: what is drawn is drawn from a seed");

    @ArchTest
    static final ArchRule corePackagesImportOnlyToTheirLeft = classes()
            .that()
            .resideInAPackage("cip.core..")
            .should(onlyDependToTheLeft())
            .because("records flow one way: customer, feature, score, action, contact, rule, arbitrate, decide");

    @ArchTest
    static final ArchRule onlyRuleKnowsDrools = noClasses()
            .that()
            .resideInAPackage("cip..")
            .and()
            .resideOutsideOfPackage("cip.core.rule..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.drools..", "org.kie..")
            .because("nobody else knows which engine answered");

    @ArchTest
    static final ArchRule theServerTrustsOnlyColumnsThatWereProven = noClasses()
            .that()
            .resideInAPackage("cip.server..")
            .should()
            .dependOnClassesThat(nameOf("cip.core.rule.ConditionColumns"))
            .because("BaseConditions lets Drools decide the base when the columns differ from it");

    @ArchTest
    static final ArchRule onlyScoreKnowsJpmml = noClasses()
            .that()
            .resideInAPackage("cip..")
            .and()
            .resideOutsideOfPackages("cip.core.score..", "cip.plugins..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jpmml..", "org.dmg..")
            .because("nobody else knows which engine scored, and its licence stays in one place");

    @ArchTest
    static final ArchRule onlyStoresTalkToJdbi = noClasses()
            .that()
            .resideInAPackage("cip.server..")
            .and(not(storeOrPartOfOne()))
            .and()
            .resideOutsideOfPackage("cip.server.store..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.jdbi..").and(not(nameOf("org.jdbi.v3.core.Handle"))))
            .because("SQL is found in one kind of class; the others at most pass a transaction on");

    @ArchTest
    static final ArchRule aStoreIsUsedInItsOwnPackageOnly = classes()
            .that()
            .resideInAPackage("cip.server..")
            .should(usingStoresOfItsOwnPackageOnly())
            .because("a feature is asked through its own words, not through its tables; only the customers' are read by"
                    + " every feature and filled by the import, in one transaction with its checkpoint");

    @ArchTest
    static final ArchRule nobodyElseSpeaksSql = noClasses()
            .that()
            .resideInAPackage("cip.server..")
            .and(not(storeOrPartOfOne()))
            .and()
            .resideOutsideOfPackage("cip.server.store..")
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "is of Handle",
                    (JavaMethodCall call) -> call.getTargetOwner().getName().equals("org.jdbi.v3.core.Handle")))
            .because("a transaction may be passed on, but only a Store asks it for anything");

    @ArchTest
    static final ArchRule onlyResourcesKnowRoutes = noClasses()
            .that()
            .resideInAPackage("cip.server..")
            .and(not(resourceOrPartOfOne()))
            .and(not(nameOf("cip.server.jobs.JobRequests")))
            .and()
            .resideOutsideOfPackages("cip.server.http..", "cip.server.security..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.ws.rs..")
            .because(
                    "what a feature does is the same whoever asks; http, security and what answers every route that asks"
                            + " for a job are the way in itself");

    @ArchTest
    static final ArchRule everyRouteSaysWhoMayCallIt = methods()
            .that()
            .areMetaAnnotatedWith(HttpMethod.class)
            .should(sayWhoMayCallThem())
            .because("nobody gets in where nothing is said");

    private static DescribedPredicate<JavaClass> nameOf(String name) {
        return DescribedPredicate.describe("is " + name, type -> type.getName().equals(name));
    }

    private static DescribedPredicate<JavaMethodCall> readsTheTime() {
        return DescribedPredicate.describe("reads the time", call -> {
            String owner = call.getTargetOwner().getName();
            return owner.startsWith("java.time.") && call.getName().equals("now")
                    || owner.equals("java.lang.System") && call.getName().equals("currentTimeMillis");
        });
    }

    private static DescribedPredicate<JavaClass> resourceOrPartOfOne() {
        return DescribedPredicate.describe(
                "is a Resource", type -> type.getName().replaceAll("\\$.*", "").endsWith("Resource"));
    }

    private static DescribedPredicate<JavaClass> storeOrPartOfOne() {
        return DescribedPredicate.describe("is a Store", ArchitectureTest::isStore);
    }

    private static boolean isStore(JavaClass type) {
        return type.getName().replaceAll("\\$.*", "").endsWith("Store");
    }

    private static ArchCondition<JavaClass> onlyDependToTheLeft() {
        return new ArchCondition<>("depend only on packages to their left") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                int own = position(type);
                type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> position(dependency.getTargetClass()) > own)
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
            }
        };
    }

    private static int position(JavaClass type) {
        String[] parts = type.getPackageName().split("\\.", -1);
        boolean core = parts.length > 2 && parts[0].equals("cip") && parts[1].equals("core");
        if (!core || CORE_FOUNDATIONS.contains(parts[2])) {
            return -1;
        }
        int position = CORE_LEFT_TO_RIGHT.indexOf(parts[2]);
        return position >= 0 ? position : CORE_LEFT_TO_RIGHT.size();
    }

    private static ArchCondition<JavaClass> usingStoresOfItsOwnPackageOnly() {
        return new ArchCondition<>("use Stores of its own package only") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> isStore(dependency.getTargetClass())
                                && dependency.getTargetClass().getPackageName().startsWith("cip.server.")
                                && !dependency.getTargetClass().getPackageName().equals(SHARED_STORES)
                                && !dependency.getTargetClass().getPackageName().equals(type.getPackageName()))
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
            }
        };
    }

    private static ArchCondition<JavaMethod> sayWhoMayCallThem() {
        return new ArchCondition<>("say who may call them") {
            @Override
            public void check(JavaMethod route, ConditionEvents events) {
                boolean said = route.isAnnotatedWith(RolesAllowed.class)
                        || route.isAnnotatedWith(PermitAll.class)
                        || route.getOwner().isAnnotatedWith(RolesAllowed.class);
                if (!said) {
                    events.add(SimpleConditionEvent.violated(route, route.getDescription() + " does not say"));
                }
            }
        };
    }

    /** The tests of core come as an archive when the whole product is built. */
    static final class WithoutTestJars implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }
}
