package eu.lethe.dashboard.pages;

import eu.lethe.chat.conversations.Transcripts;
import eu.lethe.chat.conversations.Transcripts.Filter;
import eu.lethe.chat.conversations.Transcripts.Summary;
import eu.lethe.chat.knowledge.KnowledgeBase;
import eu.lethe.chat.knowledge.SourceState;
import eu.lethe.chat.sites.Sites;
import eu.lethe.compliance.alerts.Alert;
import eu.lethe.compliance.alerts.Alert.Matter;
import eu.lethe.compliance.alerts.Alerts;
import eu.lethe.dashboard.frame.Links;
import eu.lethe.dashboard.frame.SignedIn;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened in the last thirty days, and what needs somebody. */
@Named
@RequestScoped
public class OverviewPage {

    private static final Duration PERIOD = Duration.ofDays(30);
    private static final int SHOWN = 5;

    @Inject
    private SignedIn signedIn;

    @Inject
    private Sites sites;

    @Inject
    private KnowledgeBase knowledge;

    @Inject
    private Transcripts transcripts;

    @Inject
    private Alerts alerts;

    @Inject
    private Links links;

    @Inject
    private Clock clock;

    private List<Alert> waiting = List.of();
    private List<Sites.SiteView> all = List.of();
    private List<SiteState> states = List.of();
    private Transcripts.Page recent = new Transcripts.Page(List.of(), 0);
    private Transcripts.Page unanswered = new Transcripts.Page(List.of(), 0);

    /** A site with what its assistant knows. */
    public record SiteState(
            UUID id, String name, int sources, int documents, int passages, int failed, boolean running) {}

    public void load() {
        if (!signedIn.account().setUp() && signedIn.isOwner()) {
            links.open("/setup");
            return;
        }
        waiting = signedIn.isWatcher() ? alerts.of(signedIn.caller()) : List.of();
        all = sites.all(signedIn.caller());
        states = all.stream().map(this::state).toList();
        Instant from = clock.instant().minus(PERIOD);
        recent = transcripts.list(signedIn.caller(), filter(from, null), 0, SHOWN);
        unanswered = transcripts.list(signedIn.caller(), filter(from, true), 0, SHOWN);
    }

    private static Filter filter(Instant from, @Nullable Boolean unanswered) {
        return new Filter(null, null, null, unanswered, from, null, null);
    }

    private SiteState state(Sites.SiteView site) {
        var sources = knowledge.sources(signedIn.caller(), site.id());
        return new SiteState(
                site.id(),
                site.settings().name(),
                sources.size(),
                sources.stream().mapToInt(KnowledgeBase.SourceView::indexed).sum(),
                sources.stream().mapToInt(KnowledgeBase.SourceView::passages).sum(),
                (int) sources.stream()
                        .filter(s -> s.state() == SourceState.FAILED || s.refused() > 0)
                        .count(),
                sources.stream().anyMatch(Knowing::isRunning));
    }

    /** What waits for somebody who answers for the data; nothing for everybody else. */
    public List<Alert> waiting() {
        return waiting;
    }

    /** The page on which a matter is dealt with. */
    public String page(Matter matter) {
        return switch (matter) {
            case REQUEST_OVERDUE, REQUEST_DUE_SOON, REQUEST_UNPROVED -> "requests";
            case ERASURE_STOPPED, ERASURE_LATE -> "erasures";
            case RECIPIENT_SILENT -> "recipients";
        };
    }

    public List<SiteState> states() {
        return states;
    }

    public boolean isNone() {
        return all.isEmpty();
    }

    public boolean isKnowing() {
        return states.stream().anyMatch(state -> state.sources() > 0);
    }

    public List<Summary> recent() {
        return recent.rows();
    }

    public long conversations() {
        return recent.total();
    }

    public List<Summary> unanswered() {
        return unanswered.rows();
    }

    /** Of the conversations, the share in which a question had no answer; none if there were no conversations. */
    public @Nullable Double unansweredShare() {
        return recent.total() == 0 ? null : (double) unanswered.total() / recent.total();
    }

    public int documents() {
        return states.stream().mapToInt(SiteState::documents).sum();
    }

    public int passages() {
        return states.stream().mapToInt(SiteState::passages).sum();
    }

    public int failed() {
        return states.stream().mapToInt(SiteState::failed).sum();
    }
}
