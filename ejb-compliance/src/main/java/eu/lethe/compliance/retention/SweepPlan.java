package eu.lethe.compliance.retention;

import eu.lethe.compliance.personaldata.Expiry;
import eu.lethe.compliance.personaldata.Expiry.Anchor;
import eu.lethe.compliance.personaldata.PersonalDataStore;
import eu.lethe.compliance.personaldata.StoreKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a sweep does at an instant. Most data goes with its person, when the longest period since the person's last submission is over;
 * what goes before that, or counts from elsewhere, is looked for by itself, and at the end what belongs to nobody any more.
 * Copies elsewhere follow the rows, so only PostgreSQL is asked who has something left.
 *
 * @param tasks what goes from single stores before people do
 * @param remains what goes from single stores afterwards
 * @param forgetBefore whoever sent nothing since then is forgotten whole
 * @param asked stores that may still hold something about such a person, and are asked before
 */
record SweepPlan(List<Task> tasks, List<Task> remains, Instant forgetBefore, Set<String> asked) {

    record Task(PersonalDataStore store, Expiry expiry) {}

    /** @param emptied stores that are off and whose rows are to go */
    static SweepPlan at(Instant now, List<PersonalDataStore> stores, Policies policies, Set<String> emptied) {
        RetentionPeriod longest = policies.whole(stores);
        var tasks = new ArrayList<Task>();
        var remains = new ArrayList<Task>();
        for (PersonalDataStore store : stores) {
            if (emptied.contains(store.name())) {
                tasks.add(new Task(store, new Expiry(store.process(), Anchor.CREATED, now)));
                continue;
            }
            if (store.goesWithThePerson()) {
                continue;
            }
            for (Policy policy : policies.effective(store, stores)) {
                boolean withThePerson = policy.anchor() == Anchor.LAST_SUBMISSION
                        && policy.period().compareTo(longest) >= 0;
                Instant before = policy.period().expiredBefore(now);
                (withThePerson ? remains : tasks)
                        .add(new Task(store, new Expiry(store.process(), policy.anchor(), before)));
            }
        }
        Set<String> asked = stores.stream()
                .filter(store -> store.kind() == StoreKind.POSTGRESQL && !store.goesWithThePerson())
                .filter(store -> policies.sinceLastSubmission(store).isEmpty())
                .map(PersonalDataStore::name)
                .collect(Collectors.toSet());
        return new SweepPlan(tasks, remains, longest.expiredBefore(now), asked);
    }
}
