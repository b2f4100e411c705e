package eu.lethe.chat.answers;

import eu.lethe.chat.conversations.Answer;
import eu.lethe.chat.conversations.Citation;
import eu.lethe.chat.conversations.MessageState;
import eu.lethe.chat.conversations.Phase;
import eu.lethe.chat.extracts.Extract;
import eu.lethe.chat.retrieval.Findings;
import eu.lethe.chat.retrieval.Passage;
import eu.lethe.compliance.recipients.Egress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An answer while it comes into being: what is known about it besides its text. */
final class Draft {

    private static final String OURSELVES = "lethe";
    private static final int SNIPPET = 240;
    // A model that found nothing in the passages has overruled what retrieval was confident of.
    private static final double CONFIDENCE_WHEN_DECLINED = 0.2;

    private final Asked asked;
    private String provider = OURSELVES;
    private String model = "built-in";
    private double confidence = 1;
    private boolean abstained;
    private boolean answers;
    private List<Citation> citations = List.of();
    private @Nullable Findings findings;
    private Phase phase;
    private @Nullable String problem;
    private @Nullable Egress egress;

    Draft(Asked asked) {
        this.asked = asked;
        this.phase = asked.phase();
    }

    /** Says something built in that answers no question. */
    void chats(SmallTalk.Kind kind) {
        if (kind == SmallTalk.Kind.HUMAN) {
            phase = Phases.afterAskingForAHuman(asked.phase());
        }
    }

    void abstains(double confidence) {
        this.confidence = confidence;
        abstained = true;
        citations = List.of();
        phase = Phases.afterAbstention(asked.phase(), asked.history());
    }

    void extracts(Extract extract, Findings findings) {
        model = "extract";
        provider = OURSELVES;
        confidence = extract.confidence();
        citations = extract.citations();
        answers = true;
        this.findings = findings;
    }

    void generates(String provider, String model, double confidence, Findings findings) {
        this.provider = provider;
        this.model = model;
        this.confidence = confidence;
        citations = all(findings.passages());
        this.findings = findings;
        answers = true;
    }

    /** Something left for a model's provider: that stays true whatever becomes of the answer. */
    void sends(Egress receipt) {
        egress = receipt;
    }

    /** What the provider calls the request. */
    void wasTakenAs(String requestId) {
        if (egress != null) {
            egress = egress.takenAs(requestId);
        }
    }

    /** Keeps the citations that the text really has. */
    void cites(CitationMarks marks) {
        citations = citations.stream()
                .filter(citation -> marks.used().contains(citation.number()))
                .toList();
        if (marks.declined()) {
            abstains(Math.min(confidence, CONFIDENCE_WHEN_DECLINED));
        }
    }

    void fails(String code) {
        problem = code;
    }

    List<Citation> citations() {
        return citations;
    }

    Answer as(String text, MessageState state) {
        boolean answered = answers && !abstained && state == MessageState.COMPLETE;
        return new Answer(
                text,
                state,
                confidence,
                abstained,
                citations,
                provider,
                model,
                answered ? Phases.afterAnswer(asked.phase()) : phase,
                answered ? followUps() : List.of(),
                problem,
                egress);
    }

    private List<String> followUps() {
        return findings == null ? List.of() : FollowUps.beside(asked.text(), findings, citations);
    }

    private static List<Citation> all(List<Passage> passages) {
        var citations = new ArrayList<Citation>();
        for (Passage passage : passages) {
            citations.add(new Citation(
                    citations.size() + 1,
                    passage.id(),
                    passage.document(),
                    passage.title(),
                    passage.location(),
                    passage.text().length() <= SNIPPET
                            ? passage.text()
                            : passage.text().substring(0, SNIPPET),
                    passage.score()));
        }
        return List.copyOf(citations);
    }
}
