package eu.lethe.chat.answers;

import eu.lethe.chat.conversations.Citation;
import eu.lethe.chat.extracts.Extract;
import eu.lethe.chat.extracts.Extract.Verdict;
import eu.lethe.chat.retrieval.Findings;
import eu.lethe.chat.retrieval.Passage;
import java.util.List;
import java.util.UUID;

/** What a shop publishes, as retrieval would find it. */
final class Library {

    static final Passage RETURNS = passage("How to return goods", "Returns are free within 30 days of delivery.", 0.9);
    static final Passage SHIPPING = passage("What shipping costs", "Shipping costs 4.90 euros in Germany.", 0.7);
    static final Passage HOURS = passage("When we are open", "We are open from 9 to 17.", 0.1);
    static final Findings FOUND = new Findings("en", List.of(RETURNS, SHIPPING, HOURS), false);
    static final Findings NOTHING = new Findings("en", List.of(), false);

    private Library() {}

    static Extract extract(Verdict verdict, double confidence) {
        return new Extract(
                "Returns are free within 30 days of delivery. [1]", List.of(citation(1, RETURNS)), confidence, verdict);
    }

    static Citation citation(int number, Passage passage) {
        return new Citation(
                number,
                passage.id(),
                passage.document(),
                passage.title(),
                passage.location(),
                passage.text(),
                passage.score());
    }

    static Passage passage(String heading, String text, double score) {
        return new Passage(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                0,
                "en",
                "Help",
                heading,
                text,
                "https://shop.example/help",
                score,
                0.5,
                3);
    }
}
