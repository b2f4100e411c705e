package eu.lethe.dashboard.pages;

import eu.lethe.chat.knowledge.KnowledgeBase;
import eu.lethe.compliance.kernel.Role;
import eu.lethe.dashboard.frame.Feedback;
import eu.lethe.dashboard.frame.Links;
import eu.lethe.dashboard.frame.SignedIn;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.primefaces.event.FileUploadEvent;

/** Adds a source: a website, files, a text, or questions with their answers. */
@Named
@ViewScoped
public class AddSourcePage implements Serializable {

    /** The ways knowledge comes in; each is a tab of the page. */
    public enum Way {
        WEBSITE,
        FILE,
        TEXT,
        FAQ
    }

    @Inject
    private SignedIn signedIn;

    @Inject
    private KnowledgeBase knowledge;

    @Inject
    private Feedback feedback;

    @Inject
    private Links links;

    @Inject
    private SiteChoice choice;

    private Way way = Way.WEBSITE;
    private @Nullable String kind;
    private SourceForm form = new SourceForm();
    private List<String> uploaded = new ArrayList<>();

    public void load() {
        signedIn.caller().mustBeAny(Role.ADMIN, Role.EDITOR);
        choice.site();
        for (Way known : Way.values()) {
            if (known.name().toLowerCase(Locale.ROOT).equals(kind)) {
                way = known;
            }
        }
    }

    public void addWebsite() {
        finish(() -> knowledge.addWebsite(signedIn.caller(), choice.site(), form.website()), form.getUrl());
    }

    public void addText() {
        finish(() -> knowledge.addText(signedIn.caller(), choice.site(), form.pasted()), form.getTitle());
    }

    public void addFaq() {
        finish(() -> knowledge.addFaq(signedIn.caller(), choice.site(), form.faq()), form.getTitle());
    }

    /** Called once for each file of a drop; the page stays so that more can follow. */
    public void upload(FileUploadEvent event) {
        var file = event.getFile();
        var upload = new KnowledgeBase.Upload(file.getFileName(), form.getLanguage(), file.getContent());
        if (feedback.attempt(() -> knowledge.addFile(signedIn.caller(), choice.site(), upload))) {
            uploaded.add(file.getFileName());
        }
    }

    public void uploadCsv(FileUploadEvent event) {
        var file = event.getFile();
        var upload = new KnowledgeBase.Upload(file.getFileName(), form.getLanguage(), file.getContent());
        finish(() -> knowledge.addFaqCsv(signedIn.caller(), choice.site(), upload), file.getFileName());
    }

    private void finish(Runnable adding, String name) {
        if (feedback.attempt(adding)) {
            feedback.done("source.added", name);
            links.open("/knowledge?site=" + choice.site());
        }
    }

    public Way way() {
        return way;
    }

    public Way[] ways() {
        return Way.values();
    }

    public List<String> uploaded() {
        return uploaded;
    }

    public SourceForm getForm() {
        return form;
    }

    public @Nullable String getKind() {
        return kind;
    }

    public void setKind(@Nullable String kind) {
        this.kind = kind;
    }
}
