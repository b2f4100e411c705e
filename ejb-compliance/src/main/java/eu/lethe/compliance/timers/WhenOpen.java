package eu.lethe.compliance.timers;

import jakarta.inject.Inject;
import jakarta.interceptor.AroundTimeout;
import jakarta.interceptor.InvocationContext;
import org.jspecify.annotations.Nullable;

/**
 * Lets the rounds of a timer pass by while the gate is closed: nothing leaves, is indexed or is removed before a restored backup is
 * safe. While it is open they go on outside any transaction. On every timer with {@code @Interceptors(WhenOpen.class)}, except those
 * that make it safe.
 */
public class WhenOpen {

    @Inject
    Gate gate;

    @Inject
    Outside outside;

    @AroundTimeout
    @Nullable
    Object pass(InvocationContext round) throws Exception {
        return gate.isOpen() ? outside.proceed(round) : null;
    }
}
