package eu.lethe.compliance.erasure;

import eu.lethe.compliance.personaldata.PersonalDataStore;
import eu.lethe.compliance.personaldata.StoreKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks whether anything is left, by another way than it was deleted: each store is asked, every table of the databases is
 * searched for the person's id and for the person's words, and so are the server's files. Throws rather than guess.
 */
@ApplicationScoped
class Verification {

    private static final int SHORTEST_WORD = 4;

    @Inject
    ErasureSteps steps;

    @Inject
    Scan scan;

    @Inject
    ServerFiles files;

    @Inject
    @Any
    Instance<PersonalDataStore> stores;

    /** Ends the VERIFY steps of these erasures; one search through the tables serves them all. */
    void of(List<LeasedJob> waiting) {
        long rows = scan.rowsWith(waiting.stream().map(LeasedJob::person).toList());
        Map<LeasedJob, Set<String>> wordsOf = new LinkedHashMap<>();
        waiting.forEach(job -> wordsOf.put(job, words(job)));
        long mentions = scan.rowsMentioning(
                wordsOf.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
        for (var one : wordsOf.entrySet()) {
            LeasedJob job = one.getKey();
            Set<String> words = one.getValue();
            boolean alone = waiting.size() == 1;
            long ownRows = rows == 0 || alone ? rows : scan.rowsWith(List.of(job.person()));
            long ownMentions = mentions == 0 || alone ? mentions : scan.rowsMentioning(words);
            stores(job, words);
            databases(job, ownRows, ownMentions);
            files(job, words);
        }
    }

    /** The second look, a day after the certificate. */
    void again(LeasedJob job) {
        long held = steps.held(job);
        long rows = scan.rowsWith(List.of(job.person()));
        if (rows > 0 && held == 0) {
            throw new NotEmpty(Plan.DATABASES);
        }
        steps.ended(job, Plan.DATABASES, Action.RESCAN, held > 0 ? StepState.HELD : StepState.DONE, rows, 0, rows);
    }

    private void stores(LeasedJob job, Set<String> words) {
        Set<String> pending = steps.pending(job, Action.VERIFY);
        for (PersonalDataStore store : stores) {
            if (pending.contains(store.name())) {
                // Only a store of the database is asked within a transaction.
                long left = store.kind() == StoreKind.POSTGRESQL
                        ? steps.count(job, store)
                        : store.count(job.account(), List.of(job.person()));
                long elsewhere = words.isEmpty() ? 0 : store.mentions(job.account(), words);
                StepState state = left == 0 ? StepState.DONE : StepState.HELD;
                if (left > 0 && steps.held(job) == 0) {
                    throw new NotEmpty(store.name());
                }
                steps.ended(
                        job,
                        store.name(),
                        Action.VERIFY,
                        elsewhere > 0 && left == 0 ? StepState.REVIEW : state,
                        left + elsewhere,
                        0,
                        left);
            }
        }
    }

    private void databases(LeasedJob job, long rows, long mentions) {
        boolean held = steps.held(job) > 0;
        if (rows > 0 && !held) {
            throw new NotEmpty(Plan.DATABASES);
        }
        StepState state = mentions > 0 ? StepState.REVIEW : held ? StepState.HELD : StepState.DONE;
        steps.ended(job, Plan.DATABASES, Action.VERIFY, state, rows + mentions, 0, rows);
    }

    private void files(LeasedJob job, Set<String> words) {
        if (!files.areKnown()) {
            steps.ended(job, Plan.SERVER_FILES, Action.VERIFY, StepState.UNVERIFIED, 0, 0, 0);
            return;
        }
        long found = files.mentioning(words);
        steps.ended(
                job, Plan.SERVER_FILES, Action.VERIFY, found > 0 ? StepState.REVIEW : StepState.DONE, found, 0, found);
    }

    private Set<String> words(LeasedJob job) {
        return steps.words(job).stream()
                .filter(word -> word.length() >= SHORTEST_WORD)
                .collect(Collectors.toSet());
    }
}
