package eu.lethe.dashboard.pages;

import eu.lethe.chat.knowledge.KnowledgeBase;
import eu.lethe.chat.knowledge.KnowledgeBase.Pair;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A source while it is typed. Which ones can be is decided by the knowledge component alone. */
public class SourceForm implements Serializable {

    /** A question and its answer while they are typed. */
    public static class Entry implements Serializable {
        private String question = "";
        private String answer = "";

        public String getQuestion() {
            return question;
        }

        public void setQuestion(@Nullable String question) {
            this.question = question == null ? "" : question;
        }

        public String getAnswer() {
            return answer;
        }

        public void setAnswer(@Nullable String answer) {
            this.answer = answer == null ? "" : answer;
        }
    }

    private String language = "auto";
    private String url = "";
    private boolean sitemap;
    private int maxPages = 500;
    private String title = "";
    private String text = "";
    private List<Entry> entries = new ArrayList<>(List.of(new Entry(), new Entry()));

    KnowledgeBase.Website website() {
        return new KnowledgeBase.Website(url.strip(), sitemap, maxPages, language);
    }

    KnowledgeBase.Text pasted() {
        return new KnowledgeBase.Text(title, text, language);
    }

    /** The pairs of which anything was typed; one without its other half is left for the knowledge component to refuse. */
    KnowledgeBase.Faq faq() {
        return new KnowledgeBase.Faq(
                title,
                language,
                entries.stream()
                        .filter(entry -> !entry.question.isBlank() || !entry.answer.isBlank())
                        .map(entry -> new Pair(entry.question, entry.answer))
                        .toList());
    }

    public void addEntry() {
        entries.add(new Entry());
    }

    public void removeEntry(int at) {
        if (entries.size() > 1 && at >= 0 && at < entries.size()) {
            entries.remove(at);
        }
    }

    public List<Entry> getEntries() {
        return entries;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public String getUrl() {
        return url;
    }

    public void setUrl(String url) {
        this.url = url;
    }

    public boolean isSitemap() {
        return sitemap;
    }

    public void setSitemap(boolean sitemap) {
        this.sitemap = sitemap;
    }

    public int getMaxPages() {
        return maxPages;
    }

    public void setMaxPages(int maxPages) {
        this.maxPages = maxPages;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }
}
