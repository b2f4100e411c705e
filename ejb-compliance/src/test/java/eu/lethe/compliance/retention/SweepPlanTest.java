package eu.lethe.compliance.retention;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.compliance.personaldata.Expiry;
import eu.lethe.compliance.personaldata.Expiry.Anchor;
import eu.lethe.compliance.personaldata.PersonalDataStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SweepPlanTest {

    private static final Instant NOW = Instant.parse("2027-06-15T12:00:00Z");
    private static final TestStore TALKS = new TestStore("talks", "chat");
    private static final TestStore CONTACTS = new TestStore("contacts", "chat");
    private static final TestStore VISITORS = new TestStore("visitors", "chat", true);
    private static final List<PersonalDataStore> STORES = List.of(TALKS, CONTACTS);
    private static final List<PersonalDataStore> WITH_PEOPLE = List.of(TALKS, CONTACTS, VISITORS);
    private static final Policy LATE = of(null, 30, Anchor.LAST_ACTIVITY);

    @Test
    void forgetsPeopleWholeAYearAfterTheirLastSubmissionIfNobodySaidOtherwise() {
        var plan = planned();

        assertThat(plan.forgetBefore()).isEqualTo(daysAgo(365));
        assertThat(plan.tasks()).isEmpty();
        assertThat(plan.remains())
                .extracting(SweepPlan.Task::expiry)
                .containsOnly(new Expiry("chat", Anchor.LAST_SUBMISSION, daysAgo(365)));
        assertThat(plan.asked()).isEmpty();
    }

    @Test
    void takesFromAStoreFirstWhatGoesBeforeThePerson() {
        var plan = planned(of("talks", 30, Anchor.LAST_SUBMISSION));

        assertThat(plan.forgetBefore()).isEqualTo(daysAgo(365));
        assertThat(plan.tasks())
                .containsExactly(new SweepPlan.Task(TALKS, new Expiry("chat", Anchor.LAST_SUBMISSION, daysAgo(30))));
    }

    @Test
    void keepsNothingLongerInAStoreThanInItsProcess() {
        var plan = planned(of(null, 30, Anchor.LAST_SUBMISSION), of("contacts", 90, Anchor.LAST_SUBMISSION));

        assertThat(plan.forgetBefore()).isEqualTo(daysAgo(30));
    }

    @Test
    void asksAStoreThatCountsFromElsewhereWhetherItStillHoldsSomething() {
        var plan = planned(of(null, 30, Anchor.LAST_ACTIVITY));

        assertThat(plan.asked()).containsExactlyInAnyOrder("talks", "contacts");
        assertThat(plan.tasks())
                .extracting(SweepPlan.Task::expiry)
                .containsOnly(new Expiry("chat", Anchor.LAST_ACTIVITY, daysAgo(30)));
    }

    // Asked, it would say yes of everybody, and nobody would ever go.
    @Test
    void asksNoStoreThatGoesWithItsPeople() {
        var plan = SweepPlan.at(NOW, WITH_PEOPLE, new Policies(List.of(LATE)), Set.of());

        assertThat(plan.asked()).containsExactlyInAnyOrder("talks", "contacts");
        assertThat(plan.tasks()).extracting(SweepPlan.Task::store).doesNotContain(VISITORS);
        assertThat(plan.remains()).isEmpty();
    }

    @Test
    void saysOfAStoreThatGoesWithItsPeopleWhenTheyGo() {
        var letters = new TestStore("letters", "requests");
        List<PersonalDataStore> all = List.of(TALKS, VISITORS, letters);
        var policies = new Policies(List.of(of(null, 30, Anchor.LAST_SUBMISSION)));

        assertThat(policies.shortest(TALKS, all).period().days()).isEqualTo(30);
        assertThat(policies.shortest(VISITORS, all))
                .extracting(Policy::process, policy -> policy.period().days(), Policy::anchor)
                .containsExactly("chat", 365, Anchor.LAST_SUBMISSION);
    }

    @Test
    void emptiesAStoreThatIsOff() {
        var plan = SweepPlan.at(NOW, STORES, new Policies(List.of()), Set.of("talks"));

        assertThat(plan.tasks()).containsExactly(new SweepPlan.Task(TALKS, new Expiry("chat", Anchor.CREATED, NOW)));
    }

    @Test
    void emptiesAStoreThatKeepsNothing() {
        var plan = planned(of("talks", 0, Anchor.CREATED));

        assertThat(plan.tasks()).containsExactly(new SweepPlan.Task(TALKS, new Expiry("chat", Anchor.CREATED, NOW)));
        assertThat(plan.forgetBefore()).isEqualTo(daysAgo(365));
    }

    private static SweepPlan planned(Policy... policies) {
        return SweepPlan.at(NOW, STORES, new Policies(List.of(policies)), Set.of());
    }

    private static Policy of(@Nullable String store, int days, Anchor anchor) {
        return new Policy("chat", store, new RetentionPeriod(days), anchor, Basis.CONSENT, true);
    }

    private static Instant daysAgo(int days) {
        return NOW.minus(Duration.ofDays(days));
    }
}
