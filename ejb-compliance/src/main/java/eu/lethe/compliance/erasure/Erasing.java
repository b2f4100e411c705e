package eu.lethe.compliance.erasure;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.WARNING;

import eu.lethe.compliance.kernel.Problem;
import eu.lethe.compliance.personaldata.PersonalDataStore;
import eu.lethe.compliance.personaldata.StoreKind;
import eu.lethe.compliance.recipients.ErasureNotices;
import eu.lethe.compliance.recipients.Told;
import eu.lethe.compliance.tombstones.Mirror;
import eu.lethe.compliance.tombstones.Tombstones;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Takes erasures from phase to phase. Several are led together, so that one vacuum and one search serve them all; one that cannot
 * go on is put off and holds up nobody else.
 */
@ApplicationScoped
class Erasing {

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
    boolean round() {
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
                long found = job.countIn(store);
                long removed = job.eraseFrom(store, Integer.MAX_VALUE);
                long left = job.countIn(store);
                if (left > 0) {
                    throw new NotEmpty(store.name());
                }
                steps.ended(job, store.name(), Action.DELETE, StepState.DONE, found, removed, left);
            }
        }
        return reached(jobs.advance(job, Action.DELETE));
    }

    // Whoever cannot be reached is tried for a day before the erasure goes on without them, and the certificate says
    // so; the
    // notices themselves are sent until somebody answers.
    private LeasedJob tell(LeasedJob job) {
        drill.at("telling-recipients");
        List<Told> told = notices.tell(job.account(), job.id());
        long reached = told.stream().filter(Told::isSettled).count();
        if (reached < told.size() && !jobs.isOlderThan(job, PATIENCE_WITH_RECIPIENTS)) {
            throw new RecipientAway();
        }
        steps.ended(job, Plan.RECIPIENTS, Action.TELL, StepState.DONE, told.size(), reached, told.size() - reached);
        return reached(jobs.advance(job, Action.TELL));
    }

    private List<LeasedJob> purge(List<LeasedJob> waiting) {
        var ready = new ArrayList<LeasedJob>();
        var now = purge.now();
        var oldest = purge.oldest();
        for (LeasedJob job : waiting) {
            if (steps.deletedBefore(job, now).isPast(oldest) && nothingDeletedIsLeft(job)) {
                ready.add(job);
            } else {
                jobs.giveBack(job, UNTIL_PURGEABLE);
            }
        }
        if (ready.isEmpty()) {
            return ready;
        }
        drill.at("purging");
        int refused = purge.run();
        var state = refused == 0 ? StepState.DONE : StepState.UNVERIFIED;
        return each(ready, Phase.RECIPIENTS_TOLD, job -> {
            steps.ended(job, Plan.DATABASES, Action.PURGE, state, 0, 0, refused);
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
        verification.of(waiting);
        return each(waiting, Phase.PURGED, job -> {
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
