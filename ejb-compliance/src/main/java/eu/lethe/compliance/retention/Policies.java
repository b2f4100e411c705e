package eu.lethe.compliance.retention;

import eu.lethe.compliance.personaldata.Expiry.Anchor;
import eu.lethe.compliance.personaldata.PersonalDataStore;
import eu.lethe.compliance.personaldata.StoreKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The periods an account has set, and which of them are about a store: that of its process and, if it has one, its own. What either
 * of them ends goes, so the shorter one wins.
 */
record Policies(List<Policy> chosen) {

    /** The period of the whole process, set or by default. */
    Policy of(String process) {
        return find(process, null).orElseGet(() -> Policy.byDefault(process));
    }

    /** Every period that is about the store, its own first. */
    List<Policy> about(PersonalDataStore store) {
        var all = new ArrayList<Policy>();
        find(store.process(), store.name()).ifPresent(all::add);
        all.add(of(store.process()));
        return all;
    }

    /** Those of them that may end something: of two that count from the same anchor the shorter. */
    List<Policy> effective(PersonalDataStore store, Collection<PersonalDataStore> stores) {
        List<Policy> all = ending(store, stores);
        return all.stream()
                .filter(policy -> all.stream()
                        .noneMatch(other -> other.anchor() == policy.anchor()
                                && other.period().compareTo(policy.period()) < 0))
                .toList();
    }

    /** The one with the fewest days, to tell people. */
    Policy shortest(PersonalDataStore store, Collection<PersonalDataStore> stores) {
        return ending(store, stores).stream()
                .min(Comparator.comparing(Policy::period))
                .orElseThrow();
    }

    /** After how many days without a submission a person goes whole, and with them what no period counts for by itself. */
    RetentionPeriod whole(Collection<PersonalDataStore> stores) {
        return stores.stream()
                .filter(store -> !store.goesWithThePerson() && store.kind() != StoreKind.RECIPIENT)
                .flatMap(store -> sinceLastSubmission(store).stream())
                .max(Comparator.naturalOrder())
                .orElse(Policy.DEFAULT);
    }

    /** What ends the store's rows in fact: its periods, or that the person goes whole. */
    List<Policy> ending(PersonalDataStore store, Collection<PersonalDataStore> all) {
        if (!store.goesWithThePerson()) {
            return about(store);
        }
        Policy process = of(store.process());
        return List.of(new Policy(
                process.process(), null, whole(all), Anchor.LAST_SUBMISSION, process.basis(), process.chosen()));
    }

    /** After how many days without a submission nothing of a person is left in the store; empty if that does not follow. */
    Optional<RetentionPeriod> sinceLastSubmission(PersonalDataStore store) {
        return about(store).stream()
                .filter(policy -> policy.anchor() == Anchor.LAST_SUBMISSION)
                .map(Policy::period)
                .min(Comparator.naturalOrder());
    }

    private Optional<Policy> find(String process, @Nullable String store) {
        return chosen.stream()
                .filter(policy -> policy.process().equals(process) && Objects.equals(policy.store(), store))
                .findFirst();
    }
}
