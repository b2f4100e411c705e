package eu.lethe.compliance.register;

import org.jspecify.annotations.Nullable;

/**
 * What an account decides about a store.
 *
 * @param leftover what becomes of what a store holds that is turned off
 * @param country where it is, ISO 3166-1 alpha-2
 * @param days for a store outside the application: how long it keeps things there, 7 to 720; null otherwise
 */
public record StoreChange(
        boolean on,
        Leftover leftover,
        @Nullable String country,
        @Nullable Integer days) {

    /** What becomes of rows that are there when a store is turned off (SEED-L5). */
    public enum Leftover {
        /** They go with the next sweep. */
        PURGE,
        /** They stay until their retention period is over. */
        KEEP
    }
}
