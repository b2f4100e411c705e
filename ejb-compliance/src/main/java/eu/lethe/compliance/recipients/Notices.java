package eu.lethe.compliance.recipients;

import static java.lang.System.Logger.Level.INFO;

import eu.lethe.compliance.contacts.Contacts;
import eu.lethe.compliance.contacts.Contacts.ContactView;
import eu.lethe.compliance.kernel.Caller;
import eu.lethe.compliance.kernel.Role;
import eu.lethe.compliance.recipients.NoticeLedger.Attempt;
import eu.lethe.compliance.recipients.NoticeLedger.Pull;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tells recipients what became of the data they were given (Art. 19 GDPR): that it was erased, put right, restricted or may be
 * used again. Once each, until they say that they did the same; and by whom else it was not.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Notices {

    private static final System.Logger LOG = System.getLogger(Notices.class.getName());
    private static final int AT_ONCE = 20;

    /**
     * What is right now.
     *
     * @param fields which of the others is given; one that is and is null is nothing any more
     */
    public record Values(
            UUID visitor,
            Set<FieldClass> fields,
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone) {}

    @Inject
    NoticeLedger ledger;

    @Inject
    NoticePost post;

    @Inject
    NoticeTokens tokens;

    @Inject
    Disclosures disclosures;

    @Inject
    Contacts contacts;

    @Inject
    Clock clock;

    /** What a member has to see to, oldest first. */
    public List<Told> needingOperator(Caller caller) {
        caller.mustBeAny(Role.ADMIN, Role.DPO, Role.AUDITOR);
        return ledger.inStates(caller.account(), EnumSet.of(Told.State.BY_HAND, Told.State.REFUSED, Told.State.SILENT));
    }

    /** Who was told of what a request led to. */
    public List<Told> ofRequest(Caller caller, UUID request) {
        caller.mustBeAny(Role.ADMIN, Role.DPO, Role.AGENT, Role.AUDITOR);
        return ledger.ofRequest(caller.account(), request);
    }

    /** Whom a notice is about, for the member who tells the recipient, and logged; empty if nobody can say any more. */
    public Optional<NoticePerson> reference(Caller caller, UUID notice) {
        return ledger.reference(caller, notice);
    }

    /**
     * A member told the recipient, and the recipient agreed.
     *
     * @throws InvalidDisclosure if the day is to come, or before there was anything to tell (400)
     */
    public void toldByHand(Caller caller, UUID notice, LocalDate day) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (day.isAfter(today)) {
            throw new InvalidDisclosure("day", "Name the day on which the recipient was told.");
        }
        ledger.closedByHand(
                caller,
                notice,
                day.equals(today)
                        ? clock.instant()
                        : day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /**
     * What a recipient's own notice of completion says; the token proves that it is theirs.
     *
     * @param status of OpenDSR: {@code completed} and {@code cancelled} end it, anything else says that work goes on
     * @throws NoticeNotFound if the token is none of ours or belongs to another notice (404)
     */
    public void acknowledged(String token, UUID request, String status) {
        UUID notice = tokens.acknowledging(token).filter(request::equals).orElseThrow(NoticeNotFound::new);
        switch (status) {
            case "completed" -> ledger.acknowledged(notice);
            case "cancelled" -> ledger.refused(notice);
            default -> LOG.log(INFO, "Notice {0} is being worked on", notice);
        }
    }

    /**
     * Gives the recipient what was put right, as it is now: this is passing it on once more, and written down before.
     *
     * @throws NoticeNotFound if there is no such notice or it is closed, or the token is not its (404)
     * @throws NotARecipient if nothing goes to the recipient any more (409)
     * @throws eu.lethe.compliance.restrictions.ProcessingRestricted if the person's data may only be stored (403)
     * @throws eu.lethe.compliance.subjects.SubjectGone if the person was forgotten meanwhile (410)
     */
    public Values values(UUID notice, String token) {
        if (!tokens.opensValues(notice, token)) {
            throw new NoticeNotFound();
        }
        Pull pull = ledger.pulled(notice).orElseThrow(NoticeNotFound::new);
        UUID disclosure =
                disclosures.intend(pull.subject(), new Copy(pull.recipient(), Channel.API, pull.fields(), null));
        ContactView contact = contacts.own(pull.subject());
        disclosures.sent(pull.subject(), disclosure, null);
        return new Values(
                pull.subject().id(),
                pull.fields(),
                pull.fields().contains(FieldClass.NAME) ? contact.name() : null,
                pull.fields().contains(FieldClass.EMAIL) ? contact.email() : null,
                pull.fields().contains(FieldClass.PHONE) ? contact.phone() : null);
    }

    /** Sends what is due of all accounts. @return whether there may be more */
    public boolean sendDue() {
        List<Attempt> due = ledger.takeDue(AT_ONCE);
        due.forEach(post::attempt);
        ledger.shredUnusedKeys();
        return due.size() >= AT_ONCE;
    }
}
