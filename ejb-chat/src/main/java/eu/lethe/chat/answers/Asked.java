package eu.lethe.chat.answers;

import eu.lethe.chat.conversations.Phase;
import eu.lethe.chat.conversations.Turn;
import eu.lethe.chat.conversations.Turn.Said;
import eu.lethe.compliance.kernel.AccountId;
import java.util.List;
import java.util.UUID;

/**
 * A question with what is needed to answer it, by whomever it was asked.
 *
 * @param answer the id the answer will have, for the log
 * @param restricted whether the person's data may be stored and nothing else
 */
record Asked(
        AccountId account,
        UUID site,
        UUID answer,
        String language,
        Phase phase,
        String text,
        List<Said> history,
        boolean restricted) {

    static Asked in(Turn turn) {
        return new Asked(
                turn.account(),
                turn.site(),
                turn.answer(),
                turn.language(),
                turn.phase(),
                turn.text(),
                turn.history(),
                turn.restricted());
    }

    static Asked onTrial(AccountId account, UUID site, String language, String question) {
        return new Asked(account, site, UUID.randomUUID(), language, Phase.EXPLORING, question, List.of(), false);
    }
}
