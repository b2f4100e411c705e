package eu.lethe.compliance.erasure;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.personaldata.PersonalDataStore;
import eu.lethe.compliance.personaldata.StoreKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
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

    @Inject
    ErasureSteps steps;

    @Inject
    Scan scan;

    @Inject
    ServerFiles files;

    @Inject
    @Any
    Instance<PersonalDataStore> stores;

    @Inject
    @Any
    Instance<PublishedTexts> publications;

    /** Ends the VERIFY steps of these erasures; one search through the tables serves them all. */
    void of(List<LeasedJob> waiting) {
        long rows = scan.rowsWith(
                waiting.stream().flatMap(job -> job.ids().stream()).collect(Collectors.toSet()));
        Map<LeasedJob, Words> wordsOf = new LinkedHashMap<>();
        waiting.forEach(job -> wordsOf.put(job, steps.words(job)));
        leavePublishedOut(wordsOf);
        long mentions = scan.rowsMentioning(
                wordsOf.values().stream().flatMap(words -> words.all().stream()).collect(Collectors.toSet()));
        for (var one : wordsOf.entrySet()) {
            LeasedJob job = one.getKey();
            Words words = one.getValue();
            boolean alone = waiting.size() == 1;
            long ownRows = rows == 0 || alone ? rows : scan.rowsWith(job.ids());
            long ownMentions = mentions == 0 || alone ? mentions : scan.rowsMentioning(words.all());
            // Whatever others said is in the stores, and they may have said the same: no phrase is looked for there.
            stores(job, words.sure());
            databases(job, ownRows, ownMentions);
            files(job, words.all());
        }
    }

    /** The second look, a day after the certificate. */
    void again(LeasedJob job) {
        long held = steps.held(job);
        long rows = scan.rowsWith(job.ids());
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
                long left = store.kind() == StoreKind.POSTGRESQL ? steps.count(job, store) : job.countIn(store);
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

    // What the account publishes itself says nothing about whoever repeated it. Read through once for all of its
    // erasures.
    private void leavePublishedOut(Map<LeasedJob, Words> wordsOf) {
        Map<AccountId, Set<String>> typed = new HashMap<>();
        wordsOf.forEach((job, words) ->
                typed.computeIfAbsent(job.account(), account -> new HashSet<>()).addAll(words.typed()));
        typed.values().removeIf(Set::isEmpty);
        typed.forEach((account, words) -> {
            Set<String> published = publications.stream()
                    .flatMap(texts -> texts.among(account, words).stream())
                    .collect(Collectors.toSet());
            wordsOf.replaceAll((job, own) -> job.account().equals(account) ? own.without(published) : own);
        });
    }
}
