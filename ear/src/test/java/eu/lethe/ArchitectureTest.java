package eu.lethe;

import static com.tngtech.archunit.lang.conditions.ArchConditions.beAnnotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.ReferencedClassObject;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.NotPersonal;
import eu.lethe.compliance.kernel.PersonalData;
import eu.lethe.compliance.kernel.Problem;
import eu.lethe.compliance.personaldata.PersonalDataStore;
import eu.lethe.compliance.timers.WhenOpen;
import jakarta.ejb.ApplicationException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Transient;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of the house that Maven cannot hold. Read the sentences; the code below them only spells them out. */
class ArchitectureTest {

    // They forget again, say so, and write down that they did.
    private static final Set<String> MAKE_A_BACKUP_SAFE =
            Set.of("RestoreTimer", "ErasureTimer", "FenceWatch", "AuditSealer");

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .importPaths(Stream.of("ejb-compliance", "ejb-chat", "web-widget", "web-dashboard")
                    .map(module -> Path.of("..", module, "target", "classes"))
                    .toList());

    @Test
    void theWholeHouseIsLookedAt() {
        assertThat(HOUSE.stream()
                        .filter(type -> type.isAnnotatedWith(Entity.class))
                        .count())
                .isGreaterThan(8);
    }

    @Test
    void componentsFormNoCycles() {
        slices().matching("eu.lethe.(*.*)..").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void theKernelKnowsNobody() {
        noClasses()
                .that()
                .resideInAPackage("eu.lethe.compliance.kernel")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are other components",
                        type -> type.getPackageName().startsWith("eu.lethe.")
                                && !type.getPackageName().equals("eu.lethe.compliance.kernel")))
                .check(HOUSE);
    }

    @Test
    void entitiesStayInTheirComponent() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .bePackagePrivate()
                .check(HOUSE);
    }

    @Test
    void everyPersistentFieldSaysWhetherItIsPersonal() {
        fieldsSayWhetherTheyArePersonal().check(HOUSE);
    }

    @Test
    void personalDataCanBeErased() {
        whatIsPersonalCanBeErased().check(HOUSE);
    }

    /** What somebody adds who has not thought of it. */
    @Entity
    static class Diary {
        @PersonalData(category = PersonalData.Category.COMMUNICATION, purpose = PersonalData.Purpose.ADVICE)
        String entry = "";

        String title = "";
    }

    @Test
    void i19_aNewStoreCannotBeForgotten() {
        var added = new ClassFileImporter().importClasses(Diary.class);

        assertThat(fieldsSayWhetherTheyArePersonal()
                        .evaluate(added)
                        .getFailureReport()
                        .getDetails())
                .singleElement()
                .asString()
                .contains("Diary.title");
        assertThat(whatIsPersonalCanBeErased()
                        .evaluate(added)
                        .getFailureReport()
                        .getDetails())
                .singleElement()
                .asString()
                .contains("Diary has no PersonalDataStore");
    }

    private static ArchRule fieldsSayWhetherTheyArePersonal() {
        return fields().that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Entity.class)
                .and()
                .areNotStatic()
                .and()
                .areNotAnnotatedWith(Transient.class)
                .and(DescribedPredicate.describe(
                        "are not woven in", field -> !field.getName().startsWith("_")))
                .should(beAnnotatedWith(PersonalData.class)
                        .<JavaField>forSubtype()
                        .or(beAnnotatedWith(NotPersonal.class).forSubtype()))
                .because("nobody may store something without having thought about whose it is (SEED-C5)");
    }

    private static ArchRule whatIsPersonalCanBeErased() {
        Set<String> erasable = HOUSE.stream()
                .filter(type -> type.isAssignableTo(PersonalDataStore.class) && !type.isInterface())
                .map(JavaClass::getPackageName)
                .collect(Collectors.toSet());
        return classes()
                .that(DescribedPredicate.describe("hold personal data", ArchitectureTest::holdsPersonalData))
                .should(resideIn(erasable))
                .because("what cannot be erased must not be stored");
    }

    @Test
    void whatIsPersonalIsInTheRegister() {
        Set<JavaClass> registered = HOUSE.stream()
                .filter(type -> type.isAssignableTo(PersonalDataStore.class) && !type.isInterface())
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getName().equals("entities"))
                .flatMap(method -> method.getReferencedClassObjects().stream())
                .map(ReferencedClassObject::getRawType)
                .collect(Collectors.toSet());
        classes()
                .that(DescribedPredicate.describe("hold personal data", ArchitectureTest::holdsPersonalData))
                .should(new ArchCondition<>("be named by a PersonalDataStore") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        boolean known = registered.contains(type);
                        events.add(
                                new SimpleConditionEvent(type, known, type.getName() + " is in no store's entities"));
                    }
                })
                .because("the register of stores says what is held and what for (Art. 30 GDPR)")
                .check(HOUSE);
    }

    @Test
    void onlyEnterpriseBeansHoldAnEntityManager() {
        fields().that()
                .haveRawType(EntityManager.class)
                .should()
                .beDeclaredInClassesThat(DescribedPredicate.describe(
                        "are enterprise beans",
                        type -> type.isAnnotatedWith(Stateless.class) || type.isAnnotatedWith(Singleton.class)))
                .check(HOUSE);
    }

    @Test
    void whatAnEnterpriseBeanTakesAndGivesIsPublic() {
        methods()
                .that()
                .arePublic()
                .and()
                .areNotStatic()
                .and()
                .areDeclaredInClassesThat(DescribedPredicate.describe(
                        "are enterprise beans",
                        type -> type.isAnnotatedWith(Stateless.class) || type.isAnnotatedWith(Singleton.class)))
                .should(new ArchCondition<JavaMethod>("name public types only") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        Stream.concat(Stream.of(method.getRawReturnType()), method.getRawParameterTypes().stream())
                                .filter(type -> !type.getModifiers().contains(JavaModifier.PUBLIC))
                                .filter(type -> !type.isPrimitive() && !type.isArray())
                                .forEach(type -> events.add(SimpleConditionEvent.violated(
                                        method, method.getFullName() + " names " + type.getName())));
                    }
                })
                .because("the server's proxies live in another class loader and fail with an IllegalAccessError")
                .check(HOUSE);
    }

    @Test
    void everyBoundaryOverRowsIsScopedToAnAccount() {
        classes()
                .that(DescribedPredicate.describe(
                        "are enterprise beans with an entity manager",
                        type -> type.getFields().stream()
                                .anyMatch(field -> field.getRawType().isEquivalentTo(EntityManager.class))))
                .should()
                .beAnnotatedWith(Interceptors.class)
                .andShould(new ArchCondition<>("name AccountScope") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        boolean scoped = Stream.of(type.getAnnotationOfType(Interceptors.class)
                                        .value())
                                .anyMatch(AccountScope.class::equals);
                        events.add(new SimpleConditionEvent(type, scoped, type.getName() + " is not scoped"));
                    }
                })
                .because("row-level security shows nothing, or too much, to whoever does not say whose rows it reads")
                .check(HOUSE);
    }

    @Test
    void refusalsRollBackQuietly() {
        classes()
                .that()
                .areAssignableTo(Problem.class)
                .and()
                .doNotHaveModifier(JavaModifier.ABSTRACT)
                .should()
                .beAnnotatedWith(ApplicationException.class)
                .because("the annotation is not inherited across modules, and without it a refusal is a stack trace")
                .check(HOUSE);
    }

    @Test
    void timeComesFromTheClock() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .because("tests move the clock")
                .check(HOUSE);
    }

    @Test
    void theWebKnowsNoPersistence() {
        noClasses()
                .that()
                .resideInAnyPackage("eu.lethe.widget..", "eu.lethe.dashboard..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.persistence..", "java.sql..", "javax.sql..")
                .check(HOUSE);
    }

    @Test
    void onlyTheIndexSpeaksOpenSearch() {
        noClasses()
                .that()
                .resideOutsideOfPackages("eu.lethe.chat.index")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.opensearch..")
                .check(HOUSE);
    }

    @Test
    void timersAreNeverPersistent() {
        methods()
                .that()
                .areAnnotatedWith(Schedule.class)
                .should(new ArchCondition<JavaMethod>("say persistent=false") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        boolean persistent =
                                method.getAnnotationOfType(Schedule.class).persistent();
                        events.add(new SimpleConditionEvent(method, !persistent, method.getFullName()));
                    }
                })
                .allowEmptyShould(true)
                .because("a persistent timer died with its node")
                .check(HOUSE);
    }

    @Test
    void timersRestWhileABackupIsMadeSafe() {
        methods()
                .that()
                .areAnnotatedWith(Schedule.class)
                .and()
                .areDeclaredInClassesThat(DescribedPredicate.describe(
                        "do not make it safe", type -> !MAKE_A_BACKUP_SAFE.contains(type.getSimpleName())))
                .should(new ArchCondition<JavaMethod>("pass by while the gate is closed") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        boolean rests = method.getOwner()
                                .tryGetAnnotationOfType(Interceptors.class)
                                .filter(list -> List.of(list.value()).contains(WhenOpen.class))
                                .isPresent();
                        events.add(new SimpleConditionEvent(method, rests, method.getFullName() + " goes on"));
                    }
                })
                .because("nothing may leave or be indexed before everybody is forgotten again")
                .check(HOUSE);
    }

    private static boolean holdsPersonalData(JavaClass type) {
        return type.isAnnotatedWith(Entity.class)
                && type.getFields().stream().anyMatch(field -> field.isAnnotatedWith(PersonalData.class));
    }

    private static ArchCondition<JavaClass> resideIn(Set<String> packages) {
        return new ArchCondition<>("have a PersonalDataStore in their component") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean known = packages.contains(type.getPackageName());
                events.add(new SimpleConditionEvent(type, known, type.getName() + " has no PersonalDataStore"));
            }
        };
    }
}
