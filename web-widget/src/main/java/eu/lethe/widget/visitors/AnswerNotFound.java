package eu.lethe.widget.visitors;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** The answer is another visitor's, was never finished, or never was. */
@ApplicationException(rollback = true)
final class AnswerNotFound extends Problem {
    AnswerNotFound() {
        super(Kind.NOT_FOUND, "answer-not-found", "This visitor has no such answer.");
    }
}
