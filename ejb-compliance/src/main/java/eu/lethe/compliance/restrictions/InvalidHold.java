package eu.lethe.compliance.restrictions;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;
import java.time.LocalDate;

/** A hold names a law, an end in the future and conversations that are there. */
@ApplicationException(rollback = true)
public final class InvalidHold extends Problem {

    private static final int MOST_ITEMS = 1000;
    private static final int MOST_YEARS = 30;

    private InvalidHold(String code, String detail, String field) {
        super(Kind.INVALID, code, detail, field);
    }

    static void unlessPossible(String law, LocalDate until, int conversations, LocalDate today) {
        if (law.strip().length() < 3 || law.strip().length() > 200) {
            throw law();
        }
        if (until.isBefore(today) || until.isAfter(today.plusYears(MOST_YEARS))) {
            throw until();
        }
        if (conversations < 1 || conversations > MOST_ITEMS) {
            throw nothing();
        }
    }

    private static InvalidHold law() {
        return new InvalidHold("hold-law-invalid", "Name the law, in 3 to 200 characters.", "law");
    }

    private static InvalidHold until() {
        return new InvalidHold(
                "hold-until-invalid", "A hold ends on a day to come, at most 30 years from now.", "until");
    }

    static InvalidHold nothing() {
        return new InvalidHold("hold-nothing", "Name one to 1,000 conversations of this account.", "conversations");
    }
}
