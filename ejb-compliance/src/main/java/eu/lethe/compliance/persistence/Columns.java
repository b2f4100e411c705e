package eu.lethe.compliance.persistence;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** Reads what a native query gives back, whichever type the driver or EclipseLink chose. */
public final class Columns {

    private Columns() {}

    /** A {@code timestamptz}. */
    public static Instant instant(Object column) {
        return column instanceof Timestamp stamp ? stamp.toInstant() : ((OffsetDateTime) column).toInstant();
    }

    /** A {@code date}. */
    public static LocalDate date(Object column) {
        return column instanceof java.sql.Date date ? date.toLocalDate() : (LocalDate) column;
    }
}
