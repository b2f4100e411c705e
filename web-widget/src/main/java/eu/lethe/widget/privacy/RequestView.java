package eu.lethe.widget.privacy;

import eu.lethe.compliance.requests.Caseload.Extension;
import eu.lethe.compliance.requests.Caseload.Refusal;
import eu.lethe.compliance.requests.Outcome;
import eu.lethe.compliance.requests.OwnRequests.OwnRequest;
import eu.lethe.compliance.requests.RequestKind;
import eu.lethe.compliance.requests.RequestState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request as the widget shows it to its person. */
public record RequestView(
        UUID id,
        RequestKind kind,
        RequestState state,
        @Nullable Outcome outcome,
        Instant receivedAt,
        LocalDate receivedOn,
        LocalDate dueOn,
        @Nullable Long daysLeft,
        boolean paused,
        boolean overdue,
        @Nullable Extension extension,
        @Nullable Refusal refusal,
        @Nullable String answer,
        @Nullable Instant closedAt) {

    static RequestView of(OwnRequest own) {
        var clock = own.clock();
        return new RequestView(
                own.id(),
                own.kind(),
                own.state(),
                own.outcome(),
                clock.receivedAt(),
                clock.receivedOn(),
                clock.dueOn(),
                clock.daysLeft(),
                clock.paused(),
                clock.overdue(),
                own.extension(),
                own.refusal(),
                own.answer(),
                clock.closedAt());
    }
}
