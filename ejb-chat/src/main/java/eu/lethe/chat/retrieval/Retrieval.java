package eu.lethe.chat.retrieval;

import eu.lethe.chat.embeddings.Embeddings;
import eu.lethe.chat.index.Index;
import eu.lethe.chat.index.Matches;
import eu.lethe.chat.index.Search;
import eu.lethe.compliance.kernel.AccountId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Finds passages for a question: a local embedding, one hybrid query in the index, fused and scored. */
@ApplicationScoped
public class Retrieval {
    /** Of each half; more of them cost time and changed no answer. */
    private static final int CANDIDATES = 40;

    /** Say of the embeddings where the model knows the language, and where it knows little more than the names in it. */
    private static final double UNDERSTOOD = 0.5;

    private static final double NOT_UNDERSTOOD = 0.05;
    private static final double FOREIGN = 0.6;
    private static final int LONGEST_QUESTION = 2000;

    private final Embeddings embeddings;
    private final Index index;

    /** For the client proxy. */
    @SuppressWarnings("NullAway")
    protected Retrieval() {
        embeddings = null;
        index = null;
    }

    @Inject
    public Retrieval(Embeddings embeddings, Index index) {
        this.embeddings = embeddings;
        this.index = index;
    }

    /** @param language the language the visitor's page or browser names; a hint */
    public Findings passagesFor(AccountId account, UUID site, String language, String question, int limit) {
        String asked = question.strip();
        if (asked.length() > LONGEST_QUESTION) {
            asked = asked.substring(0, LONGEST_QUESTION);
        }
        String spoken = Languages.of(asked, language);
        if (asked.isEmpty()) {
            return new Findings(spoken, List.of(), false);
        }
        Search search =
                new Search(account, site, spoken, asked, embeddings.embedQuestion(asked), Math.max(CANDIDATES, limit));
        Matches matches = index.find(search);
        return new Findings(spoken, fusion(spoken).fuse(matches, spoken, limit), matches.degraded());
    }

    private Fusion fusion(String language) {
        boolean understood = language.equals("en") || embeddings.multilingual();
        return new Fusion(understood ? UNDERSTOOD : NOT_UNDERSTOOD, FOREIGN);
    }
}
