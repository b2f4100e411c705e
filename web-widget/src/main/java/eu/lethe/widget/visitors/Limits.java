package eu.lethe.widget.visitors;

import eu.lethe.compliance.kernel.Subject;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How often a visitor may ask. A visitor is counted by id; before there is one, and against whoever throws ids away, by the
 * address the request came from, which stays in memory for a minute and goes nowhere else.
 */
@ApplicationScoped
public class Limits {

    @Inject
    @ConfigProperty(name = "lethe.visitor.messages-per-minute", defaultValue = "10")
    int messagesPerVisitor;

    @Inject
    @ConfigProperty(name = "lethe.visitor.messages-per-minute-per-address", defaultValue = "30")
    int messagesPerAddress;

    @Inject
    @ConfigProperty(name = "lethe.visitor.requests-per-minute-per-address", defaultValue = "300")
    int requestsPerAddress;

    @Inject
    @ConfigProperty(name = "lethe.visitor.codes-per-minute-per-address", defaultValue = "6")
    int codesPerAddress;

    @Inject
    @ConfigProperty(name = "lethe.visitor.address-header")
    Optional<String> addressHeader;

    @Inject
    Clock clock;

    private Allowance visitors;
    private Allowance senders;
    private Allowance askers;
    private Allowance guessers;

    @PostConstruct
    void start() {
        visitors = new Allowance(messagesPerVisitor, clock);
        senders = new Allowance(messagesPerAddress, clock);
        askers = new Allowance(requestsPerAddress, clock);
        guessers = new Allowance(codesPerAddress, clock);
    }

    void message(HttpServletRequest request) {
        senders.take(address(request));
    }

    public void message(Subject visitor) {
        visitors.take(visitor.id());
    }

    /** Before a code is sent or tried, or a proof used. */
    public void code(HttpServletRequest request) {
        guessers.take(address(request));
    }

    /** Counts any request, by address. */
    public void request(HttpServletRequest request) {
        askers.take(address(request));
    }

    // The last entry is the one our own proxy wrote; those before it are whatever the client claims.
    private String address(HttpServletRequest request) {
        return addressHeader
                .map(request::getHeader)
                .map(entries -> entries.substring(entries.lastIndexOf(',') + 1).strip())
                .orElseGet(request::getRemoteAddr);
    }
}
