package eu.lethe.compliance.restrictions;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;
import java.time.LocalDate;

/** A person is told before a restriction ends, and has a day at least to say something to it (Art. 18(3) GDPR). */
@ApplicationException(rollback = true)
public final class InvalidLift extends Problem {

    private static final int MOST_DAYS = 365;

    private InvalidLift() {
        super(
                Kind.INVALID,
                "lift-day-invalid",
                "A restriction ends tomorrow at the earliest, and within a year.",
                "on");
    }

    static void unlessPossible(LocalDate on, LocalDate today) {
        if (!on.isAfter(today) || on.isAfter(today.plusDays(MOST_DAYS))) {
            throw new InvalidLift();
        }
    }
}
