package eu.lethe.dashboard.records;

import eu.lethe.compliance.accounts.Members;
import eu.lethe.compliance.accounts.Members.MemberView;
import eu.lethe.compliance.audit.AuditAction;
import eu.lethe.compliance.audit.AuditTrail;
import eu.lethe.compliance.audit.AuditTrail.Check;
import eu.lethe.compliance.audit.AuditTrail.Entry;
import eu.lethe.compliance.kernel.Role;
import eu.lethe.dashboard.frame.Display;
import eu.lethe.dashboard.frame.Downloads;
import eu.lethe.dashboard.frame.Feedback;
import eu.lethe.dashboard.frame.SignedIn;
import eu.lethe.dashboard.frame.Texts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** Who did what, newest first; whether the log is as it was written; and the log to take away, with its proof. */
@Named
@ViewScoped
public class AuditPage implements Serializable {

    private static final int USUAL_DAYS = 30;

    // The member that the first start acts as, before there is any.
    private static final UUID ITSELF = new UUID(0, 0);

    @Inject
    private SignedIn signedIn;

    @Inject
    private AuditTrail trail;

    @Inject
    private Members members;

    @Inject
    private AuditFilter filter;

    @Inject
    private Downloads downloads;

    @Inject
    private Feedback feedback;

    @Inject
    private Display display;

    @Inject
    private Texts texts;

    @Inject
    private Clock clock;

    private List<MemberView> people = List.of();
    private Map<UUID, String> names = Map.of();
    private @Nullable Check check;
    private @Nullable LocalDate exportFrom;
    private @Nullable LocalDate exportTo;
    private final Rows rows = new Rows();

    public void load() {
        signedIn.caller().mustBeAny(Role.ADMIN, Role.DPO, Role.AUDITOR);
        people = members.all(signedIn.caller());
        names = people.stream().collect(Collectors.toMap(MemberView::id, MemberView::name));
        exportTo = LocalDate.now(clock.withZone(display.zone()));
        exportFrom = exportTo.minusDays(USUAL_DAYS);
    }

    public void check() {
        feedback.attempt(() -> check = trail.check(signedIn.caller()));
    }

    public void export() {
        var from = exportFrom;
        var to = exportTo;
        if (from == null || to == null || to.isBefore(from)) {
            feedback.refuse("exportTo", "audit.export.order");
            return;
        }
        feedback.attempt(() -> downloads.send(
                "lethe-audit-" + from + "-" + to + ".json",
                "application/json",
                out -> trail.export(
                        signedIn.caller(),
                        from.atStartOfDay(display.zone()).toInstant(),
                        to.plusDays(1).atStartOfDay(display.zone()).toInstant(),
                        out)));
    }

    /** Who it was: a member, one who is gone or a program, the application, or the person themselves. */
    public String nameOf(@Nullable UUID actor) {
        if (actor == null) {
            return texts.of("audit.actor.none");
        }
        return actor.equals(ITSELF)
                ? texts.of("audit.actor.lethe")
                : names.getOrDefault(actor, texts.of("audit.actor.gone"));
    }

    /** Whether only an id is left of who it was. */
    public boolean isGone(@Nullable UUID actor) {
        return actor != null && !actor.equals(ITSELF) && !names.containsKey(actor);
    }

    public List<MemberView> people() {
        return people;
    }

    public List<AuditAction> actions() {
        return Arrays.stream(AuditAction.values())
                .sorted(Comparator.comparing(Enum::name))
                .toList();
    }

    public @Nullable Check result() {
        return check;
    }

    public Rows rows() {
        return rows;
    }

    public @Nullable LocalDate getExportFrom() {
        return exportFrom;
    }

    public void setExportFrom(@Nullable LocalDate exportFrom) {
        this.exportFrom = exportFrom;
    }

    public @Nullable LocalDate getExportTo() {
        return exportTo;
    }

    public void setExportTo(@Nullable LocalDate exportTo) {
        this.exportTo = exportTo;
    }

    /** The events a page at a time. Looking is itself recorded, so nobody looks twice: the number comes with the rows. */
    public class Rows extends LazyDataModel<Entry> {

        // Until the first look some number that leaves the first page the first.
        private int total = 1;

        @Override
        public int count(Map<String, FilterMeta> filters) {
            return total;
        }

        @Override
        public List<Entry> load(int first, int size, Map<String, SortMeta> sorting, Map<String, FilterMeta> filters) {
            var page = filter.isImpossible()
                    ? new AuditTrail.Page(List.of(), 0)
                    : trail.search(signedIn.caller(), filter.filter(display.zone()), first, size);
            total = (int) page.total();
            setRowCount(total);
            return page.entries();
        }
    }
}
