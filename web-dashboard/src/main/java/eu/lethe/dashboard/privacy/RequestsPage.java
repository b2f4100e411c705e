package eu.lethe.dashboard.privacy;

import eu.lethe.compliance.mail.Mailbox;
import eu.lethe.compliance.requests.Caseload;
import eu.lethe.compliance.requests.Caseload.Figures;
import eu.lethe.compliance.requests.Caseload.Filter;
import eu.lethe.compliance.requests.Caseload.Row;
import eu.lethe.compliance.requests.RequestKind;
import eu.lethe.compliance.requests.RequestState;
import eu.lethe.dashboard.frame.SignedIn;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** What people ask about their data, the most urgent first. */
@Named
@ViewScoped
public class RequestsPage implements Serializable {

    @Inject
    private SignedIn signedIn;

    @Inject
    private Caseload cases;

    @Inject
    private Mailbox mailbox;

    @Inject
    private RequestFilter filter;

    private final Rows rows = new Rows();
    private @Nullable Figures figures;
    private Mailbox.@Nullable Standing mail;
    private boolean ever;

    public void load() {
        figures = cases.figures(signedIn.caller());
        mail = mailbox.standing(signedIn.caller());
        ever = cases.list(signedIn.caller(), new Filter(null, null, false, false, null), 0, 1)
                        .total()
                > 0;
    }

    /** Whether there was any request at all. */
    public boolean isEver() {
        return ever;
    }

    public @Nullable Figures figures() {
        return figures;
    }

    public Mailbox.@Nullable Standing mail() {
        return mail;
    }

    public RequestFilter.Show[] choices() {
        return RequestFilter.Show.values();
    }

    public RequestState[] states() {
        return RequestState.values();
    }

    public RequestKind[] kinds() {
        return RequestKind.values();
    }

    public Rows rows() {
        return rows;
    }

    /** The queue a page at a time. */
    public class Rows extends LazyDataModel<Row> {

        @Override
        public int count(Map<String, FilterMeta> filters) {
            return (int) page(0, 1).total();
        }

        @Override
        public List<Row> load(int first, int size, Map<String, SortMeta> sorting, Map<String, FilterMeta> filters) {
            return page(first, size).rows();
        }

        private Caseload.Page page(int first, int size) {
            return cases.list(signedIn.caller(), filter.filter(), first, size);
        }
    }
}
