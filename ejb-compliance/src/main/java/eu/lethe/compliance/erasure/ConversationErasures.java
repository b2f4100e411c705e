package eu.lethe.compliance.erasure;

import eu.lethe.compliance.audit.AuditAction;
import eu.lethe.compliance.audit.AuditLog;
import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.Caller;
import eu.lethe.compliance.kernel.Role;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.persistence.FencedRows;
import eu.lethe.compliance.personaldata.PersonalDataStore;
import eu.lethe.compliance.personaldata.StoreKind;
import eu.lethe.compliance.personaldata.Talk;
import eu.lethe.compliance.personaldata.Typed;
import eu.lethe.compliance.recipients.ErasureNotices;
import eu.lethe.compliance.restrictions.LegalHolds;
import eu.lethe.compliance.restrictions.ProcessingRestricted;
import eu.lethe.compliance.subjects.Subjects;
import eu.lethe.compliance.subjects.Subjects.Locked;
import eu.lethe.compliance.tombstones.Tombstone;
import eu.lethe.compliance.tombstones.Tombstones;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Erases one conversation of somebody who stays. Its rows go in the fence's own transaction: there are few of them, and a message
 * cannot be without its conversation, so that nothing said late has a place to go to. Everything else follows as for a person.
 */
@Stateless
@Interceptors(AccountScope.class)
public class ConversationErasures {

    @PersistenceContext
    EntityManager em;

    @Inject
    Subjects subjects;

    @Inject
    LegalHolds holds;

    @Inject
    NewErasures begun;

    @Inject
    ErasureSteps steps;

    @Inject
    ErasureNotices notices;

    @Inject
    Tombstones tombstones;

    @Inject
    CommitDrill commitDrill;

    @Inject
    @Any
    Instance<PersonalDataStore> stores;

    @Inject
    Event<Fenced> fenced;

    @Inject
    AuditLog audit;

    /**
     * Erases the conversation for a member.
     *
     * @return empty if there is no such conversation
     * @throws eu.lethe.compliance.restrictions.Held naming the law that keeps it (409)
     * @throws eu.lethe.compliance.subjects.SubjectGone if its person is being erased (410)
     * @throws ProcessingRestricted if its person's data may only be stored (403)
     */
    public Optional<Receipt> erase(Caller caller, UUID conversation) {
        caller.mustBeAny(Role.ADMIN, Role.DPO);
        commitDrill.join(CommitDrill.COMMITTING);
        Optional<Talk> talk = find(caller.account(), conversation, Cause.DESK);
        if (talk.isEmpty()) {
            return Optional.empty();
        }
        // Whoever places a hold locks the person, as finding the conversation did: they wait, or were first.
        holds.mustBeFree(caller.account(), conversation);
        audit.record(caller, AuditAction.CONVERSATION_DELETED, conversation);
        return Optional.of(fence(talk.get(), Cause.DESK));
    }

    /**
     * Erases the conversations that came back with a restored backup. A hold that the backup brought back, too, is older than the
     * erasure, which no hold stood against.
     *
     * @param token of the tombstone, in hexadecimal
     * @return how many had come back
     */
    public int eraseAgain(AccountId account, String token) {
        List<Talk> returned = stores.stream()
                .flatMap(store -> store.returned(account, token).stream())
                .flatMap(conversation -> find(account, conversation, Cause.RESTORED).stream())
                .toList();
        returned.forEach(talk -> fence(talk, Cause.RESTORED));
        return returned.size();
    }

    // Locked for the change at once: somebody else who had shared the lock meanwhile would wait for this, and this for
    // them.
    private Optional<Talk> find(AccountId account, UUID conversation, Cause cause) {
        return stores.stream()
                .flatMap(store -> store.whose(account, List.of(conversation)).values().stream())
                .distinct()
                .map(person -> free(subjects.lock(account, person), cause))
                .flatMap(subject -> stores.stream()
                        .map(store -> store.talk(subject, conversation))
                        .flatMap(Optional::stream))
                .findFirst();
    }

    private static Subject free(Locked person, Cause cause) {
        if (person.isRestricted() && !cause.endsRestriction()) {
            throw new ProcessingRestricted();
        }
        return person.subject();
    }

    private Receipt fence(Talk talk, Cause cause) {
        FencedRows.show(em);
        var erasure = begun.ofConversation(talk, cause, wordsOf(talk));
        Receipt receipt = erasure.receipt();
        notices.prepare(talk, receipt.job(), erasure.jobKey());
        for (PersonalDataStore store : stores) {
            if (store.holdsConversations() && store.kind() == StoreKind.POSTGRESQL) {
                long found = store.count(talk);
                steps.deletedAtOnce(talk, receipt.job(), store.name(), found, store.erase(talk, Integer.MAX_VALUE));
            }
        }
        tombstones.add(talk.account(), Tombstone.Kind.CONVERSATION, talk.conversation(), receipt.job());
        FencedRows.hide(em);
        fenced.fire(new Fenced(talk.account(), talk.subject().id(), talk.conversation()));
        commitDrill.join(CommitDrill.PREPARING);
        return receipt;
    }

    private Words wordsOf(Talk talk) {
        List<Typed> typed = stores.stream()
                .filter(PersonalDataStore::holdsConversations)
                .map(store -> store.typed(talk))
                .toList();
        return Words.of(
                List.of(),
                all(typed.stream().map(Typed::identifiers).flatMap(words -> words.stream())),
                all(typed.stream().map(Typed::phrases).flatMap(words -> words.stream())));
    }

    private static List<String> all(Stream<String> words) {
        return words.distinct().toList();
    }
}
