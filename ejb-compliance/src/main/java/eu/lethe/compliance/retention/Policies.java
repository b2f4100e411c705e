package eu.lethe.compliance.retention;

import eu.lethe.compliance.personaldata.PersonalDataStore;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The periods an account has set, and which of them is a store's: its own, unless the process ends before. What is no longer needed
 * for a process is needed in none of its stores.
 */
record Policies(List<Policy> chosen) {

    /** The period of the whole process, set or by default. */
    Policy of(String process) {
        return find(process, null).orElseGet(() -> Policy.byDefault(process));
    }

    /** The period that decides about a store, with its own anchor. */
    Policy of(PersonalDataStore store) {
        Policy whole = of(store.process());
        return find(store.process(), store.name())
                .filter(own -> own.period().compareTo(whole.period()) <= 0 || own.anchor() != whole.anchor())
                .orElse(whole);
    }

    /** The longest period of these stores: after it nothing of a person is left in any. */
    RetentionPeriod longest(List<PersonalDataStore> stores) {
        return stores.stream()
                .map(store -> of(store).period())
                .max(Comparator.naturalOrder())
                .orElse(Policy.DEFAULT);
    }

    private Optional<Policy> find(String process, @Nullable String store) {
        return chosen.stream()
                .filter(policy -> policy.process().equals(process) && Objects.equals(policy.store(), store))
                .findFirst();
    }
}
