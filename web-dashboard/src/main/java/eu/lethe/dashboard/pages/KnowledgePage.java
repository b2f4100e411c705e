package eu.lethe.dashboard.pages;

import eu.lethe.chat.knowledge.KnowledgeBase;
import eu.lethe.chat.knowledge.KnowledgeBase.SourceView;
import eu.lethe.dashboard.frame.Feedback;
import eu.lethe.dashboard.frame.SignedIn;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;

/** What a site's assistant knows: its sources, and how far each is. */
@Named
@ViewScoped
public class KnowledgePage implements Serializable {

    @Inject
    private SignedIn signedIn;

    @Inject
    private KnowledgeBase knowledge;

    @Inject
    private Feedback feedback;

    @Inject
    private SiteChoice choice;

    private List<SourceView> sources = List.of();

    /** Reads the sources again; a page does it every second while one of them is at work. */
    public void load() {
        sources = choice.isNone() ? List.of() : knowledge.sources(signedIn.caller(), choice.site());
    }

    public void resync(UUID source) {
        if (feedback.attempt(() -> knowledge.resync(signedIn.caller(), source))) {
            feedback.done("source.resync.begun");
        }
        load();
    }

    public void remove(UUID source) {
        if (feedback.attempt(() -> knowledge.remove(signedIn.caller(), source))) {
            feedback.done("source.removed");
        }
        load();
    }

    public List<SourceView> sources() {
        return sources;
    }

    public boolean isRunning() {
        return sources.stream().anyMatch(Knowing::isRunning);
    }

    public boolean runs(SourceView source) {
        return Knowing.isRunning(source);
    }

    public int progress(SourceView source) {
        return Knowing.progress(source);
    }

    public int documents() {
        return sources.stream().mapToInt(SourceView::indexed).sum();
    }

    public int passages() {
        return sources.stream().mapToInt(SourceView::passages).sum();
    }

    public int refused() {
        return sources.stream().mapToInt(SourceView::refused).sum();
    }
}
