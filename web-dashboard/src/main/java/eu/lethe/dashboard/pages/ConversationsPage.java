package eu.lethe.dashboard.pages;

import eu.lethe.chat.conversations.LeadStatus;
import eu.lethe.chat.conversations.Phase;
import eu.lethe.chat.conversations.Transcripts;
import eu.lethe.chat.conversations.Transcripts.Summary;
import eu.lethe.chat.search.TranscriptSearch;
import eu.lethe.chat.search.TranscriptSearch.Found;
import eu.lethe.chat.search.TranscriptSearch.State;
import eu.lethe.chat.sites.Sites;
import eu.lethe.dashboard.frame.Display;
import eu.lethe.dashboard.frame.SignedIn;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** What visitors asked, newest first, filtered. */
@Named
@ViewScoped
public class ConversationsPage implements Serializable {

    private static final Found NOTHING = new Found(State.OFF, List.of());

    @Inject
    private SignedIn signedIn;

    @Inject
    private Transcripts transcripts;

    @Inject
    private TranscriptSearch search;

    @Inject
    private Sites sites;

    @Inject
    private ConversationFilter filter;

    @Inject
    private Display display;

    private List<Sites.SiteView> all = List.of();
    private Map<UUID, String> names = Map.of();
    private final Rows rows = new Rows();
    private boolean ever;
    private boolean searchable;
    private boolean kept = true;

    public void load() {
        all = sites.all(signedIn.caller());
        names = all.stream()
                .collect(Collectors.toMap(
                        Sites.SiteView::id, site -> site.settings().name()));
        if (filter.getSite() != null && !names.containsKey(UUID.fromString(filter.getSite()))) {
            filter.setSite(null);
        }
        var unfiltered = new Transcripts.Filter(null, null, null, null, null, null, null);
        searchable = search.isOn(signedIn.caller());
        kept = transcripts.areKept(signedIn.caller());
        ever = transcripts.list(signedIn.caller(), unfiltered, 0, 1).total() > 0;
    }

    /** Whether there is any conversation at all, filtered or not. */
    public boolean isEver() {
        return ever;
    }

    /** Whether what was said can be searched: the account has turned that on. */
    public boolean isSearchable() {
        return searchable;
    }

    /** Whether the words looked for were not searched in what was said, because the index does not answer. */
    public boolean isSearchAway() {
        return rows.found.state() == State.AWAY;
    }

    /** Whether what is said from now on will be here: the account may keep no transcripts. */
    public boolean isKept() {
        return kept;
    }

    public List<Sites.SiteView> sites() {
        return all;
    }

    public String siteName(UUID site) {
        return names.getOrDefault(site, "–");
    }

    public Phase[] phases() {
        return Phase.values();
    }

    public LeadStatus[] leads() {
        return LeadStatus.values();
    }

    public Rows rows() {
        return rows;
    }

    /** The conversations a page at a time. */
    public class Rows extends LazyDataModel<Summary> {

        private Found found = NOTHING;

        @Override
        public int count(Map<String, FilterMeta> filters) {
            String words = filter.getQuery();
            found = words == null ? NOTHING : search.conversations(signedIn.caller(), words);
            return (int) page(0, 1).total();
        }

        @Override
        public List<Summary> load(int first, int size, Map<String, SortMeta> sorting, Map<String, FilterMeta> filters) {
            return page(first, size).rows();
        }

        private Transcripts.Page page(int first, int size) {
            return transcripts.list(
                    signedIn.caller(), filter.filter(display.zone()), found.conversations(), first, size);
        }
    }
}
