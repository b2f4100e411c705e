package eu.lethe.chat.search;

import eu.lethe.compliance.restrictions.Restricted;
import eu.lethe.compliance.restrictions.RestrictionLifted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Has the index look again at whoever is restricted, and is not searched any more, or may be searched again (Art. 18 GDPR). */
@ApplicationScoped
class RestrictedPeople {

    @Inject
    SearchChanges changes;

    void restricted(@Observes Restricted person) {
        changes.noteAllOf(person.account(), person.subject());
    }

    void lifted(@Observes RestrictionLifted person) {
        changes.noteAllOf(person.account(), person.subject());
    }
}
