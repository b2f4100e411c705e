package eu.lethe.compliance.recipients;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What kind of thing was given to somebody; the thing itself is never written down again. */
public enum FieldClass {
    QUESTION,
    HISTORY,
    TRANSCRIPT,
    NAME,
    EMAIL,
    PHONE,
    LEAD_STATUS,
    IDENTIFIER,
    ACCESS_REPORT,
    EXPORT;

    /** As the ledger has them. */
    static String names(Collection<FieldClass> fields) {
        return fields.stream().sorted().map(Enum::name).collect(Collectors.joining(","));
    }

    static Set<FieldClass> of(String names) {
        return Arrays.stream(names.split(","))
                .map(FieldClass::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(FieldClass.class)));
    }

    /** Whether whoever was given this was given the other with it. */
    boolean includes(FieldClass other) {
        return this == other || this == ACCESS_REPORT || this == EXPORT;
    }
}
