package eu.lethe.compliance.reports;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.personaldata.PersonalDataStore;
import eu.lethe.compliance.personaldata.PersonalDataStore.People;
import eu.lethe.compliance.personaldata.StoreKind;
import eu.lethe.compliance.recipients.Disclosures;
import eu.lethe.compliance.recipients.Disclosures.DisclosureView;
import eu.lethe.compliance.recipients.Mechanism;
import eu.lethe.compliance.recipients.Recipients;
import eu.lethe.compliance.register.RegisteredStore;
import eu.lethe.compliance.register.StoreRegister;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds out why and how long data is kept, and who was given some: from what the code and the account really do. */
@ApplicationScoped
class Circumstances {

    @Inject
    @Any
    Instance<PersonalDataStore> stores;

    @Inject
    StoreRegister register;

    @Inject
    Disclosures disclosures;

    @Inject
    Recipients recipients;

    /**
     * Every store that may hold something of visitors, by name; those around Lethe, of which is known what is declared, last. What
     * is off holds nothing, and whoever was given something is named on their own.
     */
    public List<Dossier.Keeping> keepings(AccountId account) {
        Set<String> ofMembers = stores.stream()
                .filter(store -> store.people() == People.MEMBERS)
                .map(PersonalDataStore::name)
                .collect(Collectors.toSet());
        return register.stores(account).stream()
                .filter(store -> store.on() && store.kind() != StoreKind.RECIPIENT)
                .filter(store -> !ofMembers.contains(store.name()))
                .sorted(Comparator.comparing(RegisteredStore::declared).thenComparing(RegisteredStore::name))
                .map(store -> new Dossier.Keeping(
                        store.name(),
                        store.kind(),
                        store.country(),
                        store.categories(),
                        store.purposes(),
                        store.days(),
                        store.anchor()))
                .toList();
    }

    /** Who was in fact given something, by name; what certainly never left does not count. */
    public List<Dossier.Receiver> receivers(Subject subject) {
        Map<UUID, Mechanism> mechanisms = recipients.published(subject.account()).stream()
                .collect(Collectors.toMap(
                        Recipients.RecipientView::id,
                        recipient -> recipient.details().mechanism()));
        return disclosures.of(subject).stream()
                .filter(disclosure -> disclosure.state() != Disclosures.State.FAILED)
                .collect(Collectors.groupingBy(DisclosureView::recipient))
                .values()
                .stream()
                .map(given -> receiver(given, mechanisms.get(given.get(0).recipient())))
                .sorted(Comparator.comparing(Dossier.Receiver::name))
                .toList();
    }

    private static Dossier.Receiver receiver(List<DisclosureView> given, @Nullable Mechanism mechanism) {
        var any = given.get(0);
        var fields = new TreeSet<String>();
        given.forEach(disclosure -> disclosure.fields().forEach(field -> fields.add(field.name())));
        return new Dossier.Receiver(
                any.recipientName(),
                any.category().name(),
                any.country(),
                mechanism == null ? null : mechanism.name(),
                any.retentionDays(),
                fields,
                given.size(),
                sent(given, Comparator.naturalOrder()),
                sent(given, Comparator.reverseOrder()));
    }

    private static Instant sent(List<DisclosureView> given, Comparator<Instant> first) {
        return given.stream().map(DisclosureView::sentAt).min(first).orElseThrow();
    }
}
