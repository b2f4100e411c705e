package eu.lethe.chat.answers;

import eu.lethe.chat.conversations.Author;
import eu.lethe.chat.conversations.Phase;
import eu.lethe.chat.conversations.Turn.Said;
import java.util.List;

/** Where a conversation goes next. What an agent or the end decided is not for the assistant to change. */
final class Phases {

    private Phases() {}

    static Phase afterAnswer(Phase now) {
        return isTheAssistants(now) ? Phase.LEARNING : now;
    }

    /** A second time in a row without an answer, a human should help. */
    static Phase afterAbstention(Phase now, List<Said> history) {
        boolean again = false;
        for (Said said : history) {
            if (said.author() == Author.ASSISTANT) {
                again = said.abstained();
            }
        }
        return again ? afterAskingForAHuman(now) : now;
    }

    static Phase afterAskingForAHuman(Phase now) {
        return isTheAssistants(now) ? Phase.REQUESTING_CONTACT : now;
    }

    private static boolean isTheAssistants(Phase phase) {
        return phase != Phase.WITH_AGENT && phase != Phase.CLOSED;
    }
}
