package eu.lethe.chat.answers;

import eu.lethe.chat.conversations.Author;
import eu.lethe.chat.conversations.Turn.Said;
import java.util.List;

/** Makes a question that leans on the one before ("and in German?") findable by itself. */
final class Context {

    private static final int SHORT = 8;

    private Context() {}

    /** The question, with the previous one before it if it cannot be understood alone. */
    static String standalone(String question, List<Said> history, String language) {
        String previous = "";
        for (Said said : history) {
            if (said.author() == Author.VISITOR) {
                previous = said.text();
            }
        }
        return !previous.isBlank() && leans(question, language) ? previous + " " + question : question;
    }

    private static boolean leans(String question, String language) {
        String said = SmallTalk.normalised(question);
        return said.split(" ").length <= SHORT && (leans(said, Phrases.in(language)) || leans(said, Phrases.in("en")));
    }

    private static boolean leans(String said, Phrases phrases) {
        boolean refers = phrases.hears("opening", said) || phrases.hears("pronoun", said);
        return refers || phrases.hears("empty", said);
    }
}
