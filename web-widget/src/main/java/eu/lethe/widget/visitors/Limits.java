package eu.lethe.widget.visitors;

import eu.lethe.compliance.kernel.Networks;
import eu.lethe.compliance.kernel.Subject;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How often a visitor may ask. A visitor is counted by id; before there is one, and against whoever throws ids away, by the
 * address the request came from, which stays in memory for an hour at most and goes nowhere else.
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
    @ConfigProperty(name = "lethe.visitor.code-requests-per-hour-per-address", defaultValue = "5")
    int codeRequestsPerAddress;

    @Inject
    Networks networks;

    @Inject
    Clock clock;

    private Allowance visitors;
    private Allowance senders;
    private Allowance askers;
    private Allowance guessers;
    private Allowance orderers;

    @PostConstruct
    void start() {
        visitors = new Allowance(messagesPerVisitor, clock);
        senders = new Allowance(messagesPerAddress, clock);
        askers = new Allowance(requestsPerAddress, clock);
        guessers = new Allowance(codesPerAddress, clock);
        orderers = new Allowance(codeRequestsPerAddress, Duration.ofHours(1), clock);
    }

    void message(HttpServletRequest request) {
        senders.take(networks.of(request));
    }

    public void message(Subject visitor) {
        visitors.take(visitor.id());
    }

    /** Before a code is sent or tried, or a proof used. */
    public void code(HttpServletRequest request) {
        guessers.take(networks.of(request));
    }

    /** Before a code is sent: letters to whomever one likes are not to be had by the hundred. */
    public void ask(HttpServletRequest request) {
        orderers.take(networks.of(request));
    }

    /** Counts any request, by address. */
    public void request(HttpServletRequest request) {
        askers.take(networks.of(request));
    }
}
