package eu.lethe.dashboard.privacy;

import eu.lethe.compliance.erasure.ErasureLedger;
import eu.lethe.compliance.erasure.Phase;
import eu.lethe.compliance.erasure.Progress;
import eu.lethe.dashboard.frame.SignedIn;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** Who is being forgotten and who was, without their names: an erasure keeps none. */
@Named
@ViewScoped
public class ErasuresPage implements Serializable {

    @Inject
    private SignedIn signedIn;

    @Inject
    private ErasureLedger ledger;

    private final Rows rows = new Rows();
    private boolean ever;
    private boolean running;

    public void load() {
        var newest = ledger.list(signedIn.caller(), 0, 25);
        ever = newest.total() > 0;
        running = newest.rows().stream().anyMatch(each -> each.phase().compareTo(Phase.CERTIFIED) < 0);
    }

    public boolean isEver() {
        return ever;
    }

    /** Whether one of the newest is under way. */
    public boolean isRunning() {
        return running;
    }

    public Phase[] phases() {
        return Phase.values();
    }

    public Rows rows() {
        return rows;
    }

    /** The erasures a page at a time. */
    public class Rows extends LazyDataModel<Progress> {

        @Override
        public int count(Map<String, FilterMeta> filters) {
            return (int) ledger.list(signedIn.caller(), 0, 1).total();
        }

        @Override
        public List<Progress> load(
                int first, int size, Map<String, SortMeta> sorting, Map<String, FilterMeta> filters) {
            return ledger.list(signedIn.caller(), first, size).rows();
        }
    }
}
