package eu.lethe.compliance.restrictions;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** A hold names a law, an end in the future and conversations that are there. */
@ApplicationException(rollback = true)
public final class InvalidHold extends Problem {

    // It stands on a certificate that anybody may read: no case note, no name of a file, no number long enough to be
    // somebody's.
    private static final Pattern CITATION =
            Pattern.compile("(?=.*\\d)(?!.*\\d{7})[§\\p{L}\\d][\\p{L}\\d §.,:;()/–-]{2,99}");

    private static final int MOST_ITEMS = 1000;
    private static final int MOST_YEARS = 30;

    private InvalidHold(String code, String detail, String field) {
        super(Kind.INVALID, code, detail, field);
    }

    static void unlessPossible(String law, LocalDate until, int conversations, LocalDate today) {
        if (!CITATION.matcher(law.strip()).matches()) {
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
        return new InvalidHold(
                "hold-law-invalid",
                "Cite the law and its section, such as § 257 HGB, in at most 100 characters: the certificate shows it to anybody.",
                "law");
    }

    private static InvalidHold until() {
        return new InvalidHold(
                "hold-until-invalid", "A hold ends on a day to come, at most 30 years from now.", "until");
    }

    static InvalidHold nothing() {
        return new InvalidHold("hold-nothing", "Name one to 1,000 conversations of this account.", "conversations");
    }
}
