package eu.lethe.compliance.erasure;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.personaldata.PersonalDataStore;
import eu.lethe.compliance.personaldata.StoreKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Looks whether anything is left, by another way than it was deleted: each store is asked, every table of the databases is
 * searched for the person's id and for the person's words, and so are the server's files. Throws rather than guess.
 */
@ApplicationScoped
class Verification {

    /**
     * What one search through everything found of one erasure.
     *
     * @param rows that name the person by id
     * @param mentions of the person's words in what is not about them
     */
    record Findings(Words words, long rows, long mentions, ServerFiles.Sightings files) {}

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

    /** One search through tables and files that serves all of these erasures. */
    Map<LeasedJob, Findings> search(Map<LeasedJob, Words> typed) {
        var wordsOf = new LinkedHashMap<>(typed);
        leavePublishedOut(wordsOf);
        Map<UUID, Long> rows = scan.rowsWith(
                wordsOf.keySet().stream().flatMap(job -> job.ids().stream()).collect(Collectors.toSet()));
        Map<AccountId, Map<String, Long>> mentions = mentions(wordsOf);
        var wanted = new HashSet<String>();
        wordsOf.forEach((job, words) -> wanted.addAll(inFiles(job, words)));
        ServerFiles.Sightings sightings = files.with(wanted);
        var found = new LinkedHashMap<LeasedJob, Findings>();
        wordsOf.forEach((job, words) -> found.put(
                job,
                new Findings(
                        words,
                        sum(rows, job.ids()),
                        sum(mentions.getOrDefault(job.account(), Map.of()), words.all()),
                        sightings.of(inFiles(job, words)))));
        return found;
    }

    /** Ends the VERIFY steps of one erasure that are not over. @throws NotEmpty if something is left that no law keeps */
    void end(LeasedJob job, Findings found) {
        Set<String> pending = steps.pending(job, Action.VERIFY);
        // Whatever others said is in the stores, and they may have said the same: no phrase is looked for there.
        stores(job, pending, found.words().sure());
        if (pending.contains(Plan.DATABASES)) {
            databases(job, found);
        }
        if (pending.contains(Plan.SERVER_FILES)) {
            files(job, found);
        }
    }

    /** The second look, a day after the certificate. */
    void again(LeasedJob job) {
        long held = steps.heldRows(job);
        long rows = sum(scan.rowsWith(job.ids()), job.ids());
        if (rows > held || (held == 0 && scan.hasHoldKey(job.account(), job.id()))) {
            throw new NotEmpty(Plan.DATABASES);
        }
        steps.ended(job, Plan.DATABASES, Action.RESCAN, held > 0 ? StepState.HELD : StepState.DONE, rows, 0, rows);
    }

    private Map<AccountId, Map<String, Long>> mentions(Map<LeasedJob, Words> wordsOf) {
        Map<AccountId, Set<String>> wanted = new HashMap<>();
        wordsOf.forEach((job, words) -> wanted.computeIfAbsent(job.account(), account -> new HashSet<>())
                .addAll(words.all()));
        Map<AccountId, Map<String, Long>> mentions = new HashMap<>();
        wanted.forEach((account, words) -> mentions.put(account, scan.rowsMentioning(account, words)));
        return mentions;
    }

    private void stores(LeasedJob job, Set<String> pending, Set<String> words) {
        for (PersonalDataStore store : stores) {
            if (pending.contains(store.name())) {
                // Only a store of the database is asked within a transaction.
                long left = store.kind() == StoreKind.POSTGRESQL ? steps.count(job, store) : job.countIn(store);
                long elsewhere = words.isEmpty() ? 0 : store.mentions(job.account(), words);
                StepState state = left == 0 ? StepState.DONE : StepState.HELD;
                if (left > 0 && left > steps.held(job, store)) {
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

    private void databases(LeasedJob job, Findings found) {
        long held = steps.heldRows(job);
        if (found.rows() > held) {
            throw new NotEmpty(Plan.DATABASES);
        }
        StepState state = found.mentions() > 0 ? StepState.REVIEW : held > 0 ? StepState.HELD : StepState.DONE;
        String how = found.words().all().isEmpty() ? "id-scan" : "id-and-word-scan";
        steps.searched(job, Plan.DATABASES, how, state, found.rows() + found.mentions(), found.rows());
    }

    // An id in a log names nobody once what it named is gone: it is counted, and stops nothing, as whoever knows their
    // own could bring it there.
    private void files(LeasedJob job, Findings found) {
        long hits = found.files().files().size();
        if (hits == 0 && !found.files().whole()) {
            steps.unverified(job, Plan.SERVER_FILES, Action.VERIFY);
            return;
        }
        String how = found.words().all().isEmpty() ? "id-search" : "id-and-word-search";
        boolean said = !found.files().of(found.words().all()).files().isEmpty();
        steps.searched(job, Plan.SERVER_FILES, how, said ? StepState.REVIEW : StepState.DONE, hits, hits);
    }

    private static Set<String> inFiles(LeasedJob job, Words words) {
        var wanted = new HashSet<>(words.all());
        job.ids().forEach(id -> wanted.add(id.toString()));
        return wanted;
    }

    private static <T> long sum(Map<T, Long> counts, Collection<T> wanted) {
        return wanted.stream().mapToLong(one -> counts.getOrDefault(one, 0L)).sum();
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
