package eu.lethe.compliance.persistence;

import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;

/** Hands many ids to a native query at once: {@code any(cast(?1 as uuid[]))}. */
public final class UuidArray {

    private UuidArray() {}

    /** The ids as PostgreSQL writes an array of them. */
    public static String of(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
