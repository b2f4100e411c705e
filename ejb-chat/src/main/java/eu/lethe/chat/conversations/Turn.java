package eu.lethe.chat.conversations;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.HasAccount;
import eu.lethe.compliance.kernel.Subject;
import java.util.List;
import java.util.UUID;

/**
 * A question that was heard and its answer to come.
 *
 * @param answer the id the answer will have
 * @param language the conversation's language
 * @param history what was said before, oldest first, bounded
 * @param kept whether it is stored; an account may keep no transcripts at all
 * @param restricted whether it may be stored and nothing else (Art. 18 GDPR)
 */
public record Turn(
        Subject subject,
        UUID site,
        UUID conversation,
        UUID question,
        UUID answer,
        String language,
        Phase phase,
        String text,
        List<Said> history,
        boolean kept,
        boolean restricted)
        implements HasAccount {

    /** A turn that is stored and answered as usual. */
    public Turn(
            Subject subject,
            UUID site,
            UUID conversation,
            UUID question,
            UUID answer,
            String language,
            Phase phase,
            String text,
            List<Said> history) {
        this(subject, site, conversation, question, answer, language, phase, text, history, true, false);
    }

    @Override
    public AccountId account() {
        return subject.account();
    }

    /** @param abstained whether the assistant said that it does not know */
    public record Said(Author author, String text, boolean abstained) {
        public Said(Author author, String text) {
            this(author, text, false);
        }
    }
}
