package eu.lethe.chat.search;

import eu.lethe.chat.index.IndexUnavailable;
import eu.lethe.chat.index.TranscriptChange;
import eu.lethe.chat.index.TranscriptIndex;
import eu.lethe.chat.search.SearchChanges.Change;
import eu.lethe.chat.search.TranscriptSource.Spoken;
import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.personaldata.StoreSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.ConnectException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells the index what became of messages: as they are when they are looked at, so a change that is told twice or late is no
 * matter. Whatever was sent without an answer is remembered, because it may still arrive.
 */
@ApplicationScoped
class TranscriptIndexer {

    private static final int BATCH = 100;
    private static final int BATCHES = 50;
    private static final int PAUSE_SECONDS = 5;

    @Inject
    SearchChanges changes;

    @Inject
    TranscriptSource source;

    @Inject
    TranscriptIndex index;

    @Inject
    StoreSettings settings;

    @Inject
    Clock clock;

    /** @throws IndexUnavailable after putting off what was claimed */
    void round() {
        for (int batch = 0; batch < BATCHES; batch++) {
            List<Change> claimed = changes.claim(BATCH);
            if (!claimed.isEmpty()) {
                tell(claimed);
            }
            if (claimed.size() < BATCH) {
                return;
            }
        }
    }

    private void tell(List<Change> claimed) {
        List<TranscriptChange> wanted;
        try {
            wanted = wanted(claimed);
        } catch (RuntimeException unread) {
            changes.postpone(claimed, PAUSE_SECONDS, false);
            throw unread;
        }
        Set<UUID> done;
        try {
            done = index.write(wanted);
        } catch (IndexUnavailable unknown) {
            changes.postpone(claimed, PAUSE_SECONDS, !(unknown.getCause() instanceof ConnectException));
            throw unknown;
        }
        Set<UUID> meant = wanted.stream().map(TranscriptChange::message).collect(Collectors.toSet());
        // What the store is off for is settled without a word.
        List<Change> told = claimed.stream()
                .filter(change -> done.contains(change.message()) || !meant.contains(change.message()))
                .toList();
        takeBack(changes.settle(told));
        takeBack(turnedOff(told, wanted));
        List<Change> refused = new ArrayList<>(claimed);
        refused.removeAll(told);
        if (!refused.isEmpty()) {
            changes.postpone(refused, PAUSE_SECONDS, false);
        }
    }

    // What was on its way while its account turned the store off: from that answer on there is nothing new in it.
    private List<Change> turnedOff(List<Change> told, List<TranscriptChange> wanted) {
        Set<UUID> said = wanted.stream()
                .filter(TranscriptChange.Said.class::isInstance)
                .map(TranscriptChange::message)
                .collect(Collectors.toSet());
        Map<AccountId, Boolean> on = new HashMap<>();
        return told.stream()
                .filter(change -> said.contains(change.message()))
                .filter(change ->
                        !on.computeIfAbsent(change.account(), account -> settings.isOn(account, SearchData.NAME)))
                .toList();
    }

    private List<TranscriptChange> wanted(List<Change> claimed) {
        Map<UUID, Spoken> spoken = new HashMap<>();
        Set<AccountId> off = new HashSet<>();
        claimed.stream().collect(Collectors.groupingBy(Change::account)).forEach((account, theirs) -> {
            if (!settings.isOn(account, SearchData.NAME)) {
                off.add(account);
            }
            source.spoken(account, theirs.stream().map(Change::message).toList())
                    .forEach(message -> spoken.put(message.message(), message));
        });
        List<TranscriptChange> wanted = new ArrayList<>();
        for (Change change : claimed) {
            Spoken message = spoken.get(change.message());
            if (message == null || !off.contains(change.account())) {
                wanted.add(state(change, message));
            }
        }
        return wanted;
    }

    private TranscriptChange state(Change change, @Nullable Spoken message) {
        if (message != null) {
            return new TranscriptChange.Said(
                    change.message(),
                    change.at(),
                    change.version(),
                    message.subject(),
                    message.conversation(),
                    message.language(),
                    message.text());
        }
        return change.late()
                ? bar(change)
                : new TranscriptChange.Removed(change.message(), change.at(), change.version());
    }

    // The person was fenced between the reading and the writing. The erasure would find it; this is sooner.
    private void takeBack(List<Change> strays) {
        if (!strays.isEmpty()) {
            index.mustWrite(strays.stream()
                    .map(change -> new TranscriptChange.Removed(change.message(), change.at(), change.version()))
                    .toList());
        }
    }

    private TranscriptChange bar(Change change) {
        return new TranscriptChange.Barred(change.message(), change.at(), change.version(), clock.instant());
    }
}
