package eu.lethe.dashboard.pages;

import eu.lethe.chat.knowledge.KnowledgeBase;
import eu.lethe.chat.knowledge.KnowledgeBase.PassageView;
import eu.lethe.chat.knowledge.KnowledgeBase.SourceView;
import eu.lethe.dashboard.frame.PageNotFound;
import eu.lethe.dashboard.frame.SignedIn;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One document as the assistant reads it: passage by passage. */
@Named
@RequestScoped
public class DocumentPage {

    @Inject
    private SignedIn signedIn;

    @Inject
    private KnowledgeBase knowledge;

    private @Nullable String id;
    private @Nullable String from;
    private @Nullable SourceView source;
    private List<PassageView> passages = List.of();

    public void load() {
        source = knowledge.source(signedIn.caller(), PageNotFound.orId(from));
        passages = knowledge.passages(signedIn.caller(), PageNotFound.orId(id));
    }

    public @Nullable SourceView source() {
        return source;
    }

    public List<PassageView> passages() {
        return passages;
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }

    public @Nullable String getFrom() {
        return from;
    }

    public void setFrom(@Nullable String from) {
        this.from = from;
    }
}
