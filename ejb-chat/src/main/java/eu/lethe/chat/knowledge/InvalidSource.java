package eu.lethe.chat.knowledge;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** A source cannot be added like this; the code says what is wrong with which field. */
@ApplicationException(rollback = true)
public final class InvalidSource extends Problem {

    private final long line;

    InvalidSource(String field, String code, String detail) {
        this(field, code, detail, 0);
    }

    InvalidSource(String field, String code, String detail, long line) {
        super(Kind.INVALID, code, detail, field);
        this.line = line;
    }

    /** The line of an uploaded table that is wrong, counted from 1; 0 where no line is to blame. */
    public long line() {
        return line;
    }
}
