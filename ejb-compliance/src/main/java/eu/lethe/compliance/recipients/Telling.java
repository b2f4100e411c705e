package eu.lethe.compliance.recipients;

import eu.lethe.compliance.contacts.Corrected;
import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.restrictions.Restricted;
import eu.lethe.compliance.restrictions.RestrictionLifted;
import eu.lethe.compliance.subjects.Subjects;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Has recipients told, by rows in the transaction that corrects, restricts or frees a person's data: with it or not at all. */
@ApplicationScoped
class Telling {

    @Inject
    NoticePlan plan;

    @Inject
    Subjects subjects;

    void corrected(@Observes Corrected person) {
        Set<FieldClass> fields = person.fields().stream()
                .map(field -> FieldClass.valueOf(field.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toSet());
        plan.happened(person.subject(), new Matter(NoticeKind.RECTIFICATION, fields, person.request()));
    }

    void restricted(@Observes Restricted person) {
        tell(person.account(), person.subject(), NoticeKind.RESTRICTION, person.request());
    }

    void lifted(@Observes RestrictionLifted person) {
        tell(person.account(), person.subject(), NoticeKind.LIFTED, person.request());
    }

    private void tell(AccountId account, UUID person, NoticeKind kind, @Nullable UUID request) {
        subjects.current(account, person)
                .ifPresent(subject -> plan.happened(subject, new Matter(kind, Set.of(), request)));
    }
}
