package eu.lethe.compliance.requests;

import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.personaldata.PersonalDataStore;
import eu.lethe.compliance.personaldata.PersonalDataStore.People;
import eu.lethe.compliance.personaldata.StoreKind;
import eu.lethe.compliance.restrictions.Restrictions;
import eu.lethe.compliance.restrictions.Restrictions.Restriction;
import eu.lethe.compliance.subjects.Subjects;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is held about a person, counted: enough to see whether it is worth asking for all of it. */
@Stateless
@Interceptors(AccountScope.class)
public class OwnData {

    /** @param entity as in exports, for example {@code message} */
    public record Held(String entity, long count) {}

    /** @param restrictions what restricts the use of it now, the first first */
    public record Standing(List<Restriction> restrictions, List<Held> held) {
        public boolean restricted() {
            return !restrictions.isEmpty();
        }
    }

    @Inject
    Subjects subjects;

    @Inject
    Restrictions restrictions;

    @Inject
    @Any
    Instance<PersonalDataStore> stores;

    /** @throws eu.lethe.compliance.subjects.SubjectGone (410) */
    public Standing standing(Subject subject) {
        subjects.hold(subject);
        Map<String, Long> counts = new TreeMap<>();
        for (PersonalDataStore store : stores) {
            if (store.people() == People.VISITORS && store.kind() == StoreKind.POSTGRESQL) {
                store.extractable(subject).forEach((entity, count) -> counts.merge(entity, count, Long::sum));
            }
        }
        return new Standing(
                restrictions.of(subject),
                counts.entrySet().stream()
                        .filter(entry -> entry.getValue() > 0)
                        .map(entry -> new Held(entry.getKey(), entry.getValue()))
                        .toList());
    }
}
