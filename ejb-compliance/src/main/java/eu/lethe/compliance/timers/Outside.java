package eu.lethe.compliance.timers;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.interceptor.InvocationContext;
import org.jspecify.annotations.Nullable;

/**
 * Goes on outside any transaction. Payara begins one for a timer whatever the timer's own attribute says; every boundary that a
 * round calls would join it, keep its rows locked until the round is over, and hold up the purge.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Outside {

    public @Nullable Object proceed(InvocationContext round) throws Exception {
        return round.proceed();
    }
}
