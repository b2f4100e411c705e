package eu.lethe.dashboard.records;

import eu.lethe.compliance.kernel.Role;
import eu.lethe.compliance.register.RegisteredStore;
import eu.lethe.compliance.register.StoreChange;
import eu.lethe.compliance.register.StoreChange.Leftover;
import eu.lethe.compliance.register.StoreRegister;
import eu.lethe.dashboard.frame.Feedback;
import eu.lethe.dashboard.frame.Links;
import eu.lethe.dashboard.frame.SignedIn;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Every place where personal data is (Art. 30 GDPR), and the switches of those that can be done without. */
@Named
@ViewScoped
public class StoresPage implements Serializable {

    /** A part of the register. */
    public record Part(String name, List<RegisteredStore> stores) {}

    @Inject
    private SignedIn signedIn;

    @Inject
    private StoreRegister register;

    @Inject
    private Feedback feedback;

    @Inject
    private Links links;

    private List<RegisteredStore> all = List.of();
    private @Nullable RegisteredStore edited;
    private boolean on;
    private Leftover leftover = Leftover.PURGE;
    private @Nullable String country;
    private @Nullable Integer days;

    public void load() {
        signedIn.caller().mustBeAny(Role.ADMIN, Role.DPO, Role.AUDITOR);
        all = register.stores(signedIn.caller());
    }

    public void edit(RegisteredStore store) {
        edited = store;
        on = store.on();
        leftover = Leftover.PURGE;
        country = store.country();
        days = store.declared() ? store.days() : null;
    }

    public void save() {
        var store = Objects.requireNonNull(edited);
        var change = new StoreChange(on, leftover, country, store.declared() ? days : null);
        if (feedback.attempt(() -> register.change(signedIn.caller(), store.name(), change))) {
            feedback.done("store.saved");
            links.open("/stores");
        }
    }

    /** What erasures empty themselves, then what lies outside, of which is known what the account declares. */
    public List<Part> parts() {
        return List.of(part("INSIDE", false), part("OUTSIDE", true));
    }

    private Part part(String name, boolean declared) {
        return new Part(
                name, all.stream().filter(store -> store.declared() == declared).toList());
    }

    public @Nullable RegisteredStore edited() {
        return edited;
    }

    public Leftover[] leftovers() {
        return Leftover.values();
    }

    public boolean isOn() {
        return on;
    }

    public void setOn(boolean on) {
        this.on = on;
    }

    public Leftover getLeftover() {
        return leftover;
    }

    public void setLeftover(Leftover leftover) {
        this.leftover = leftover;
    }

    public @Nullable String getCountry() {
        return country;
    }

    public void setCountry(@Nullable String country) {
        this.country = country == null ? null : country.strip().toUpperCase(Locale.ROOT);
    }

    public @Nullable Integer getDays() {
        return days;
    }

    public void setDays(@Nullable Integer days) {
        this.days = days;
    }
}
