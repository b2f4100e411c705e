package eu.lethe.compliance.retention;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import eu.lethe.compliance.erasure.Erasures;
import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.personaldata.PersonalDataStore;
import eu.lethe.compliance.personaldata.PersonalDataStore.People;
import eu.lethe.compliance.personaldata.StoreKind;
import eu.lethe.compliance.retention.RetentionSchedule.Due;
import eu.lethe.compliance.retention.SweepBites.Bite;
import eu.lethe.compliance.retention.SweepBites.Position;
import eu.lethe.compliance.subjects.SubjectGone;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Removes what has outlived its period, in large bites: as fast as deleting the rows by hand. A bite that fails is tried in smaller
 * ones, down to the one person it fails for, who then holds up nobody else.
 */
@ApplicationScoped
class Sweeping {

    private static final System.Logger LOG = System.getLogger(Sweeping.class.getName());
    private static final int ROWS = 50_000;
    private static final int FIRST_PEOPLE = 1_000;
    private static final int MOST_PEOPLE = 10_000;

    // The index hears of deleted rows in the transaction that deletes them, and is told soon after.
    private static final Set<StoreKind> COPIES = EnumSet.of(StoreKind.MEMORY, StoreKind.FILES);

    @Inject
    RetentionSchedule schedule;

    @Inject
    RetentionPolicies policies;

    @Inject
    SweepBites bites;

    @Inject
    Erasures erasures;

    @Inject
    @Any
    Instance<PersonalDataStore> stores;

    void sweep(Due due) {
        AccountId account = due.account();
        List<PersonalDataStore> visitors = stores.stream()
                .filter(store -> store.people() == People.VISITORS && store.kind() != StoreKind.RECIPIENT)
                .toList();
        var plan = SweepPlan.at(due.now(), visitors, new Policies(policies.chosen(account)), schedule.emptied(account));
        var tally = new Tally();
        plan.tasks().forEach(task -> expire(account, task, tally));
        forget(account, plan, tally);
        plan.remains().forEach(task -> expire(account, task, tally));
        schedule.ended(account, due, tally);
        if (!tally.isNothing()) {
            LOG.log(INFO, "Retention sweep of {0}: {1}", account, tally);
        }
    }

    private void expire(AccountId account, SweepPlan.Task task, Tally tally) {
        PersonalDataStore store = task.store();
        try {
            long removed;
            do {
                removed = store.kind() == StoreKind.POSTGRESQL
                        ? bites.expire(account, store.name(), task.expiry(), ROWS)
                        : store.expire(account, task.expiry(), ROWS);
                tally.rows += removed;
            } while (removed >= ROWS);
        } catch (RuntimeException failed) {
            // The other stores must not wait for this one; the next sweep tries it again.
            tally.failed++;
            LOG.log(WARNING, "Retention sweep of " + store.name() + " failed", failed);
        }
    }

    private void forget(AccountId account, SweepPlan plan, Tally tally) {
        Position at = Position.START;
        int people = FIRST_PEOPLE;
        while (true) {
            try {
                Bite bite = bites.forget(account, at, plan.forgetBefore(), plan.asked(), people);
                done(account, bite, plan.forgetBefore(), tally);
                at = bite.last();
                if (bite.taken() < people) {
                    return;
                }
                people = next(people, bite);
            } catch (RuntimeException failed) {
                if (people > 1) {
                    people = Math.max(1, people / 10);
                    continue;
                }
                tally.failed++;
                LOG.log(WARNING, "Somebody past the retention period could not be forgotten", failed);
                Optional<Position> next = bites.next(account, at, plan.forgetBefore());
                if (next.isEmpty()) {
                    return;
                }
                at = next.get();
            }
        }
    }

    // As many people as have about ROWS rows: few commits, none of them long.
    private static int next(int people, Bite bite) {
        long perPerson = Math.max(1, bite.rows() / Math.max(1, bite.taken()));
        return (int) Math.max(1, Math.min(Math.min(MOST_PEOPLE, people * 10L), ROWS / perPerson));
    }

    private void done(AccountId account, Bite bite, Instant before, Tally tally) {
        tally.rows += bite.rows();
        tally.people += bite.forgotten().size();
        dropCopies(account, bite.forgotten(), tally);
        for (Subject subject : bite.handOver()) {
            try {
                tally.handedOver += erasures.eraseExpired(subject, before) ? 1 : 0;
            } catch (SubjectGone meanwhile) {
                // Somebody asked for it at the same moment.
            } catch (RuntimeException failed) {
                tally.failed++;
                LOG.log(WARNING, "The erasure of somebody past the retention period could not begin", failed);
            }
        }
    }

    // A store that is away is not waited for: people who are no more have no rows that it could make anything of.
    private void dropCopies(AccountId account, Collection<UUID> people, Tally tally) {
        if (people.isEmpty()) {
            return;
        }
        for (PersonalDataStore store : stores) {
            if (store.people() == People.VISITORS
                    && COPIES.contains(store.kind())
                    && !tally.away.contains(store.name())) {
                try {
                    store.erase(account, people, Integer.MAX_VALUE);
                } catch (RuntimeException unreachable) {
                    tally.away.add(store.name());
                    LOG.log(WARNING, "{0} still has copies of people past the retention period", store.name());
                }
            }
        }
    }
}
