package eu.lethe.compliance.erasure;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import eu.lethe.compliance.erasure.Verification.Findings;
import eu.lethe.compliance.kernel.Problem;
import eu.lethe.compliance.personaldata.PersonalDataStore;
import eu.lethe.compliance.personaldata.StoreKind;
import eu.lethe.compliance.recipients.ErasureNotices;
import eu.lethe.compliance.recipients.Told;
import eu.lethe.compliance.tombstones.Mirror;
import eu.lethe.compliance.tombstones.Tombstones;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Takes erasures from phase to phase. Several are led together, so that one vacuum and one search serve them all; one that cannot
 * go on is put off and holds up nobody else. An EJB so that no step is in the transaction that Payara begins around a timer, whatever
 * the timer's class says.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Erasing {

    private static final System.Logger LOG = System.getLogger(Erasing.class.getName());
    private static final int TOGETHER = 50;
    private static final int BITE = 1000;
    private static final Duration PATIENCE_WITH_RECIPIENTS = Duration.ofHours(24);
    private static final Duration UNTIL_HOLD_ENDS = Duration.ofHours(24);
    private static final Duration UNTIL_PURGEABLE = Duration.ofSeconds(1);

    @Inject
    ErasureJobs jobs;

    @Inject
    ErasureSteps steps;

    @Inject
    Tombstones tombstones;

    @Inject
    Mirror mirror;

    @Inject
    ErasureNotices notices;

    @Inject
    Purge purge;

    @Inject
    Verification verification;

    @Inject
    Certificates certificates;

    @Inject
    Drill drill;

    @Inject
    @Any
    Instance<PersonalDataStore> stores;

    /** One round over what is due. @return whether there may be more */
    public boolean round() {
        List<LeasedJob> taken = jobs.claim(TOGETHER);
        List<LeasedJob> led = each(taken, Phase.FENCED, this::mirror);
        led = each(led, Phase.MIRRORED, this::deleteRows);
        led = each(led, Phase.LOCAL_DELETED, this::deleteElsewhere);
        led = each(led, Phase.INDEX_DELETED, this::tell);
        led = together(led, Phase.RECIPIENTS_TOLD, this::purge);
        led = together(led, Phase.PURGED, this::verify);
        led = each(led, Phase.VERIFIED, this::certify);
        each(led, Phase.CERTIFIED, this::lookAgain);
        return taken.size() == TOGETHER;
    }

    private LeasedJob mirror(LeasedJob job) {
        mirror.keep(tombstones.of(job.account(), job.id()));
        return reached(jobs.advance(job, null));
    }

    private LeasedJob deleteRows(LeasedJob job) {
        for (PersonalDataStore store : pending(job, Action.DELETE)) {
            if (store.kind() == StoreKind.POSTGRESQL) {
                drill.at("deleting-" + store.name());
                while (steps.delete(job, store, BITE) == BITE) {
                    drill.at("between-bites-of-" + store.name());
                }
            }
        }
        drill.at("before-removing-the-root");
        steps.removeRoot(job);
        return reached(jobs.advance(job, null));
    }

    private LeasedJob deleteElsewhere(LeasedJob job) {
        for (PersonalDataStore store : pending(job, Action.DELETE)) {
            if (store.kind() == StoreKind.POSTGRESQL) {
                steps.endedDeletion(job, store);
            } else {
                drill.at("deleting-" + store.name());
                deleteFrom(store, job);
            }
        }
        return reached(jobs.advance(job, Action.DELETE));
    }

    // What is found is written down before it goes: whoever has to repeat the step finds nothing.
    private void deleteFrom(PersonalDataStore store, LeasedJob job) {
        long found = steps.found(job, store.name(), job.countIn(store));
        job.eraseFrom(store, Integer.MAX_VALUE);
        drill.at("deleted-" + store.name());
        if (job.countIn(store) > 0) {
            throw new NotEmpty(store.name());
        }
        steps.ended(job, store.name(), Action.DELETE, StepState.DONE, found, found, 0);
    }

    // Whoever cannot be reached is tried for a day before the erasure goes on without them, and the certificate says
    // so; the notices
    // themselves are sent until somebody answers.
    private LeasedJob tell(LeasedJob job) {
        drill.at("telling-recipients");
        List<Told> told = notices.tell(job.account(), job.id()).stream()
                .filter(each -> each.state() != Told.State.NOTHING_SENT)
                .toList();
        if (!told.stream().allMatch(Told::isSettled) && !jobs.isOlderThan(job, PATIENCE_WITH_RECIPIENTS)) {
            throw new RecipientAway();
        }
        steps.told(job, told.size(), told.stream().filter(Told::isInformed).count());
        return reached(jobs.advance(job, Action.TELL));
    }

    private List<LeasedJob> purge(List<LeasedJob> waiting) {
        var ready = new ArrayList<LeasedJob>();
        var now = purge.now();
        var oldest = purge.oldest();
        each(waiting, Phase.RECIPIENTS_TOLD, job -> {
            if (steps.deletedBefore(job, now).isPast(oldest) && nothingDeletedIsLeft(job)) {
                ready.add(job);
            } else {
                jobs.giveBack(job, UNTIL_PURGEABLE);
            }
            return job;
        });
        if (ready.isEmpty()) {
            return ready;
        }
        drill.at("purging");
        int refused = purge.run();
        return each(ready, Phase.RECIPIENTS_TOLD, job -> {
            if (refused == 0) {
                steps.ended(job, Plan.DATABASES, Action.PURGE, StepState.DONE, 0, 0, 0);
            } else {
                steps.unverified(job, Plan.DATABASES, Action.PURGE);
            }
            return reached(jobs.advance(job, Action.PURGE));
        });
    }

    private boolean nothingDeletedIsLeft(LeasedJob job) {
        boolean all = true;
        for (PersonalDataStore store : stores) {
            all &= store.kind() == StoreKind.POSTGRESQL || store.purge(job.account(), job.id());
        }
        return all;
    }

    private List<LeasedJob> verify(List<LeasedJob> waiting) {
        drill.at("verifying");
        var words = new LinkedHashMap<LeasedJob, Words>();
        each(waiting, Phase.PURGED, job -> {
            words.put(job, steps.words(job));
            return job;
        });
        Map<LeasedJob, Findings> found = verification.search(words);
        return each(List.copyOf(found.keySet()), Phase.PURGED, job -> {
            verification.end(job, Objects.requireNonNull(found.get(job)));
            if (steps.isToReview(job)) {
                jobs.needsOperator(job);
                return job;
            }
            return reached(jobs.advance(job, Action.VERIFY));
        });
    }

    private LeasedJob certify(LeasedJob job) {
        drill.at("certifying");
        certificates.issue(job);
        return reached(job.in(Phase.CERTIFIED));
    }

    // Nothing about the person may have come late: looked for once more a day later, and only then is the ledger
    // closed.
    private LeasedJob lookAgain(LeasedJob job) {
        if (!certificates.isDue(job)) {
            return job;
        }
        verification.again(job);
        if (steps.held(job) > 0) {
            jobs.giveBack(job, UNTIL_HOLD_ENDS);
            return job;
        }
        jobs.close(job);
        return job.in(Phase.CLOSED);
    }

    private LeasedJob reached(LeasedJob job) {
        drill.at("after-" + job.phase().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        return job;
    }

    private List<PersonalDataStore> pending(LeasedJob job, Action action) {
        Set<String> names = steps.pending(job, action);
        List<PersonalDataStore> found =
                stores.stream().filter(store -> names.contains(store.name())).toList();
        if (found.size() < names.size()) {
            throw new IllegalStateException("A store of the plan is not in this version: " + names);
        }
        return found;
    }

    private List<LeasedJob> each(List<LeasedJob> led, Phase phase, UnaryOperator<LeasedJob> work) {
        return led.stream()
                .flatMap(job -> job.phase() == phase ? attempt(job, work).stream() : List.of(job).stream())
                .collect(Collectors.toList());
    }

    private List<LeasedJob> attempt(LeasedJob job, UnaryOperator<LeasedJob> work) {
        try {
            return List.of(work.apply(job));
        } catch (StaleLease takenOver) {
            LOG.log(INFO, "Erasure {0} was taken over by another worker", job.id());
            return List.of();
        } catch (RuntimeException failed) {
            putOff(job, failed);
            return List.of();
        }
    }

    private List<LeasedJob> together(List<LeasedJob> led, Phase phase, UnaryOperator<List<LeasedJob>> work) {
        var others =
                new ArrayList<>(led.stream().filter(job -> job.phase() != phase).toList());
        List<LeasedJob> theirs =
                led.stream().filter(job -> job.phase() == phase).toList();
        if (!theirs.isEmpty()) {
            try {
                others.addAll(work.apply(theirs));
            } catch (RuntimeException failed) {
                theirs.forEach(job -> putOff(job, failed));
            }
        }
        return others;
    }

    private void putOff(LeasedJob job, RuntimeException failed) {
        String code = failed instanceof Problem problem
                ? problem.code()
                : failed.getClass().getSimpleName();
        LOG.log(WARNING, "Erasure {0} waits in {1}: {2}", job.id(), job.phase(), code);
        if (!(failed instanceof Problem)) {
            LOG.log(ERROR, "Erasure " + job.id() + " stumbled", failed);
        }
        try {
            jobs.later(job, code);
        } catch (StaleLease takenOver) {
            // Whoever has it now will see for themselves.
        }
    }
}
