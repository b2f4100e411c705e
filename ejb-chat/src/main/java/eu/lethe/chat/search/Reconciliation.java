package eu.lethe.chat.search;

import eu.lethe.chat.index.TranscriptErasure;
import eu.lethe.chat.index.TranscriptErasure.Group;
import eu.lethe.chat.index.TranscriptErasure.Groups;
import eu.lethe.chat.index.TranscriptPurge;
import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Compares the index with PostgreSQL: whatever is of nobody who may be searched goes, and is an alarm. */
@ApplicationScoped
public class Reconciliation {

    private static final System.Logger LOG = System.getLogger(Reconciliation.class.getName());
    private static final int PORTION = 1000;
    private static final Duration LATE = Duration.ofHours(24);

    @Inject
    TranscriptErasure erasure;

    @Inject
    TranscriptPurge purge;

    @Inject
    TranscriptSource source;

    @Inject
    SearchChanges changes;

    @Inject
    SearchedAccounts accounts;

    @Inject
    Clock clock;

    /** @return how many documents should not have been there */
    public long reconcile() {
        long strays = 0;
        Group after = null;
        do {
            Groups page = erasure.groups(null, after, PORTION);
            strays += page.groups().stream().collect(Collectors.groupingBy(Group::account)).entrySet().stream()
                    .mapToLong(entry -> removeStrays(entry.getKey(), entry.getValue()))
                    .sum();
            after = page.next();
        } while (after != null);
        changes.tidy();
        erasure.removeStubs(clock.instant().minus(LATE));
        return strays;
    }

    /** Empties the index and has it filled from PostgreSQL: after a backup was restored. Can be repeated. */
    public void rebuild() {
        purge.dropAll();
        accounts.fillAgain();
    }

    private long removeStrays(AccountId account, List<Group> groups) {
        Map<UUID, Subject> searchable = source.searchable(
                account, groups.stream().map(Group::conversation).collect(Collectors.toSet()));
        Set<UUID> strays = groups.stream()
                .filter(group -> !new Subject(account, group.subject(), group.generation())
                        .equals(searchable.get(group.conversation())))
                .map(Group::conversation)
                .collect(Collectors.toSet());
        long removed = erasure.removeConversations(account, strays);
        if (removed > 0) {
            LOG.log(Level.WARNING, "{0} documents of account {1} were in the index of nobody", removed, account);
        }
        return removed;
    }
}
