package eu.lethe.dashboard.pages;

import eu.lethe.chat.knowledge.KnowledgeBase;
import eu.lethe.chat.knowledge.KnowledgeBase.DocumentView;
import eu.lethe.chat.knowledge.KnowledgeBase.SourceView;
import eu.lethe.dashboard.frame.Feedback;
import eu.lethe.dashboard.frame.Links;
import eu.lethe.dashboard.frame.PageNotFound;
import eu.lethe.dashboard.frame.SignedIn;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** One source with its documents, and why some of them were refused. */
@Named
@ViewScoped
public class SourcePage implements Serializable {

    @Inject
    private SignedIn signedIn;

    @Inject
    private KnowledgeBase knowledge;

    @Inject
    private Feedback feedback;

    @Inject
    private Links links;

    private @Nullable String id;
    private @Nullable SourceView source;
    private final Documents documents = new Documents();

    public void load() {
        source = knowledge.source(signedIn.caller(), id());
    }

    private UUID id() {
        return PageNotFound.orId(id);
    }

    public void resync() {
        if (feedback.attempt(() -> knowledge.resync(signedIn.caller(), id()))) {
            feedback.done("source.resync.begun");
        }
        load();
    }

    public void remove() {
        var site = source == null ? "" : "?site=" + source.site();
        if (feedback.attempt(() -> knowledge.remove(signedIn.caller(), id()))) {
            feedback.done("source.removed");
            links.open("/knowledge" + site);
        }
    }

    public @Nullable SourceView source() {
        return source;
    }

    public boolean isRunning() {
        return source != null && Knowing.isRunning(source);
    }

    public int progress() {
        return source == null ? 0 : Knowing.progress(source);
    }

    public Documents documents() {
        return documents;
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }

    /** The documents a page at a time. */
    public class Documents extends LazyDataModel<DocumentView> {

        @Override
        public int count(Map<String, FilterMeta> filters) {
            return source == null ? 0 : source.documents();
        }

        @Override
        public List<DocumentView> load(
                int first, int size, Map<String, SortMeta> sorting, Map<String, FilterMeta> filters) {
            return knowledge.documents(signedIn.caller(), id(), first, size);
        }
    }
}
