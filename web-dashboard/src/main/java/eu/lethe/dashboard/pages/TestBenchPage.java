package eu.lethe.dashboard.pages;

import eu.lethe.chat.answers.Assistant;
import eu.lethe.chat.answers.Assistant.Trial;
import eu.lethe.chat.retrieval.Passage;
import eu.lethe.chat.sites.Sites;
import eu.lethe.dashboard.frame.Feedback;
import eu.lethe.dashboard.frame.SignedIn;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks the assistant without a visitor, and shows what it found and how sure it was. Nothing is stored. */
@Named
@ViewScoped
public class TestBenchPage implements Serializable {

    @Inject
    private SignedIn signedIn;

    @Inject
    private Assistant assistant;

    @Inject
    private Feedback feedback;

    @Inject
    private SiteChoice choice;

    private String question = "";
    private String language = "";
    private @Nullable Trial trial;

    public void ask() {
        trial = null;
        feedback.attempt(
                () -> trial = assistant.tryOut(signedIn.caller(), choice.site(), language(), question.strip()));
    }

    private String language() {
        Sites.SiteView site = choice.chosen();
        if (site == null || !language.isEmpty()) {
            return language;
        }
        return site.settings().languages().get(0);
    }

    public void askThis(String suggestion) {
        question = suggestion;
        ask();
    }

    public @Nullable Trial trial() {
        return trial;
    }

    /** Share of the best lexical score, which has no scale of its own. */
    public double lexicalShare(Passage passage) {
        double best = passages().stream().mapToDouble(Passage::lexical).max().orElse(0);
        return best <= 0 ? 0 : passage.lexical() / best;
    }

    private List<Passage> passages() {
        return trial == null ? List.of() : trial.findings().passages();
    }

    public String getQuestion() {
        return question;
    }

    public void setQuestion(String question) {
        this.question = question;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(@Nullable String language) {
        this.language = language == null ? "" : language;
    }
}
