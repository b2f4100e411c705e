package eu.lethe.compliance.erasure;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import java.util.List;
import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;
import org.jspecify.annotations.Nullable;

/**
 * Ends the process inside the commit of the fence, on request of the {@link Drill}: when one of the two databases is prepared, when
 * both are and nothing is decided, when the decision to commit is written down, or when one of the two has heard of it. Takes part
 * in a transaction only when a drill is set.
 */
@ApplicationScoped
class CommitDrill {

    /** Joined before the second database. */
    static final List<String> BETWEEN = List.of("fence-half-prepared", "fence-half-committed");

    static final String PREPARING = "fence-preparing";
    static final String COMMITTING = "fence-committing";

    @Inject
    Drill drill;

    @Resource(lookup = "java:appserver/TransactionManager")
    TransactionManager transactions;

    /** Called first in the fence's transaction for COMMITTING and last for PREPARING: resources are asked in their order. */
    void join(String point) {
        if (drill.isSetFor(point)) {
            try {
                transactions.getTransaction().enlistResource(new Halting(point, drill));
            } catch (RollbackException | SystemException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    /** A participant that has nothing to commit but ends the process when it is asked to. */
    private record Halting(String point, Drill drill) implements XAResource {

        @Override
        public int prepare(Xid branch) {
            if (point.endsWith("prepared") || point.equals(PREPARING)) {
                drill.halt(point);
            }
            return XA_OK;
        }

        @Override
        public void commit(Xid branch, boolean onePhase) {
            drill.halt(point);
        }

        @Override
        public void start(Xid branch, int flags) {}

        @Override
        public void end(Xid branch, int flags) {}

        @Override
        public void rollback(Xid branch) {}

        @Override
        public void forget(Xid branch) {}

        @Override
        public Xid[] recover(int flag) throws XAException {
            return new Xid[0];
        }

        @Override
        public boolean isSameRM(@Nullable XAResource other) {
            return this == other;
        }

        @Override
        public int getTransactionTimeout() {
            return 0;
        }

        @Override
        public boolean setTransactionTimeout(int seconds) {
            return false;
        }
    }
}
