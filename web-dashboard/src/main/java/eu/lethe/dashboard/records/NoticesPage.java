package eu.lethe.dashboard.records;

import eu.lethe.compliance.recipients.NoticePerson;
import eu.lethe.compliance.recipients.Notices;
import eu.lethe.compliance.recipients.Told;
import eu.lethe.dashboard.frame.Feedback;
import eu.lethe.dashboard.frame.Links;
import eu.lethe.dashboard.frame.SignedIn;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Recipients that a person has to tell what became of somebody's data, with what the recipient knows them by. */
@Named
@ViewScoped
public class NoticesPage implements Serializable {

    @Inject
    private SignedIn signedIn;

    @Inject
    private Notices notices;

    @Inject
    private Feedback feedback;

    @Inject
    private Links links;

    @Inject
    private Clock clock;

    private List<Told> open = List.of();
    private @Nullable UUID chosen;
    private @Nullable NoticePerson person;
    private @Nullable LocalDate day;

    public void load() {
        open = notices.needingOperator(signedIn.caller());
    }

    public List<Told> open() {
        return open;
    }

    /** Opens one notice, which the log keeps: whom it is about is shown to nobody else. */
    public void choose(UUID notice) {
        chosen = notice;
        person = null;
        day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        feedback.attempt(
                () -> person = notices.reference(signedIn.caller(), notice).orElse(null));
    }

    public void told() {
        boolean told = feedback.attempt(() ->
                notices.toldByHand(signedIn.caller(), Objects.requireNonNull(chosen), Objects.requireNonNull(day)));
        if (told) {
            feedback.done("notice.told.done");
            links.open("/recipients");
        }
    }

    /** The notice that is open, or null. */
    public @Nullable Told chosen() {
        return open.stream()
                .filter(notice -> notice.notice().equals(chosen))
                .findFirst()
                .orElse(null);
    }

    /** What the recipient knows the person by, or null if nobody can say any more. */
    public @Nullable NoticePerson person() {
        return person;
    }

    public @Nullable LocalDate getDay() {
        return day;
    }

    public void setDay(@Nullable LocalDate day) {
        this.day = day;
    }
}
