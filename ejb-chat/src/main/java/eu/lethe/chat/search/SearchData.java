package eu.lethe.chat.search;

import eu.lethe.chat.index.MessageDocument;
import eu.lethe.chat.index.TranscriptChange.Barred;
import eu.lethe.chat.index.TranscriptErasure;
import eu.lethe.chat.index.TranscriptErasure.Group;
import eu.lethe.chat.index.TranscriptErasure.Groups;
import eu.lethe.chat.index.TranscriptIndex;
import eu.lethe.chat.index.TranscriptPurge;
import eu.lethe.chat.search.SearchChanges.Change;
import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.personaldata.Expiry;
import eu.lethe.compliance.personaldata.Expiry.Anchor;
import eu.lethe.compliance.personaldata.PersonalDataStore;
import eu.lethe.compliance.personaldata.StoreKind;
import eu.lethe.compliance.personaldata.Talk;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToLongFunction;

/**
 * What was said, as far as the search index has it. A person is forgotten in three steps: whatever is still on its way is barred,
 * everything is deleted until nothing fails and counted twice, and only then is forgotten what there was to bar.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SearchData implements PersonalDataStore {

    public static final String NAME = "transcript-search";

    private static final int PORTION = 500;

    @Inject
    SearchChanges changes;

    @Inject
    TranscriptSource source;

    @Inject
    TranscriptIndex index;

    @Inject
    TranscriptErasure erasure;

    @Inject
    TranscriptPurge purge;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public StoreKind kind() {
        return StoreKind.INDEX;
    }

    @Override
    public Set<Class<?>> entities() {
        return Set.of(MessageDocument.class);
    }

    @Override
    public boolean canBeOff() {
        return true;
    }

    @Override
    public boolean isOnUnlessTurnedOff() {
        return false;
    }

    @Override
    public boolean holdsConversations() {
        return true;
    }

    @Override
    public long count(AccountId account, Collection<UUID> people) {
        return erasure.count(account, people);
    }

    @Override
    public long count(Talk talk) {
        return erasure.countConversations(talk.account(), Set.of(talk.conversation()));
    }

    @Override
    public long erase(AccountId account, Collection<UUID> people, int atMost) {
        long found = erasure.count(account, people);
        bar(changes.late(account, people));
        erasure.removePeople(account, people);
        changes.forget(account, people);
        return found;
    }

    @Override
    public long erase(Talk talk, int atMost) {
        bar(changes.late(talk));
        long found = erasure.removeConversations(talk.account(), Set.of(talk.conversation()));
        changes.forget(talk);
        return found;
    }

    private void bar(List<Change> late) {
        for (int from = 0; from < late.size(); from += PORTION) {
            index.mustWrite(late.subList(from, Math.min(from + PORTION, late.size())).stream()
                    .map(change -> new Barred(change.message(), change.at(), change.version(), clock.instant()))
                    .toList());
        }
    }

    @Override
    public boolean purge(AccountId account, UUID erasure) {
        return purge.purge(erasure);
    }

    @Override
    public long expire(AccountId account, Expiry expiry, int atMost) {
        if (!expiry.process().equals(process())) {
            return 0;
        }
        return expiry.anchor() == Anchor.CREATED
                ? erasure.removeBefore(account, expiry.before())
                : ofExpired(account, expiry, old -> erasure.removeConversations(account, old));
    }

    @Override
    public long expiring(AccountId account, Expiry expiry) {
        if (!expiry.process().equals(process())) {
            return 0;
        }
        return expiry.anchor() == Anchor.CREATED
                ? erasure.countBefore(account, expiry.before())
                : ofExpired(account, expiry, old -> erasure.countConversations(account, old));
    }

    @Override
    public long mentions(AccountId account, Set<String> words) {
        return index.mentions(account, words);
    }

    // The index does not know when a conversation or a person was last active: PostgreSQL is asked about those it
    // holds.
    private long ofExpired(AccountId account, Expiry expiry, ToLongFunction<Set<UUID>> work) {
        long documents = 0;
        Group after = null;
        do {
            Groups page = erasure.groups(account, after, PORTION);
            Set<UUID> conversations = new LinkedHashSet<>();
            page.groups().forEach(group -> conversations.add(group.conversation()));
            documents += work.applyAsLong(source.expired(account, expiry, conversations));
            after = page.next();
        } while (after != null);
        return documents;
    }
}
