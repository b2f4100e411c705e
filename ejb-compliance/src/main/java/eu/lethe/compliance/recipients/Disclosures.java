package eu.lethe.compliance.recipients;

import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.Subject;
import jakarta.ejb.Stateless;
import jakarta.interceptor.Interceptors;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was given to whom about a person: the ledger that reports and notices are written from. */
@Stateless
@Interceptors(AccountScope.class)
public class Disclosures {

    public enum State {
        /** About to be sent, or sent by a server that died: counts as sent. */
        INTENDED,
        SENT,
        /** Certainly not sent. */
        FAILED
    }

    /** @param answer the answer a model was asked for */
    public record DisclosureView(
            UUID id,
            UUID recipient,
            String recipientName,
            RecipientCategory category,
            Channel channel,
            State state,
            Set<FieldClass> fields,
            @Nullable UUID answer,
            @Nullable String model,
            @Nullable String country,
            @Nullable Integer retentionDays,
            int redactions,
            Instant sentAt) {}

    /**
     * Writes down that something is about to be sent, committed when this returns; nothing may be sent before.
     *
     * @throws NotARecipient if the recipient is not an active one of this account (409)
     * @throws eu.lethe.compliance.subjects.SubjectGone if the person was erased or is being erased (410)
     */
    public UUID intend(Subject subject, Copy copy) {
        throw new UnsupportedOperationException();
    }

    /** @param reference what the recipient calls the person, if it said only now */
    public void sent(Subject subject, UUID disclosure, @Nullable String reference) {
        throw new UnsupportedOperationException();
    }

    /** Certainly not sent; when in doubt it stays intended. */
    public void failed(Subject subject, UUID disclosure) {
        throw new UnsupportedOperationException();
    }

    /** Something that went already: an integrator pulled it through the API and says where it went. */
    public UUID record(Subject subject, Copy copy) {
        throw new UnsupportedOperationException();
    }

    /** The receipt of a model call, in the transaction that stores the answer. */
    public void answered(Subject subject, UUID answer, Egress egress) {
        throw new UnsupportedOperationException();
    }

    /** Everything given to anybody about the person, newest first. */
    public List<DisclosureView> of(Subject subject) {
        throw new UnsupportedOperationException();
    }
}
