package eu.lethe.compliance.requests;

import eu.lethe.compliance.accounts.Accounts;
import eu.lethe.compliance.contacts.EmailAddress;
import eu.lethe.compliance.erasure.Receipt;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.mail.Mailbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The letters a person gets about a request; none of them quotes what is held about anybody. */
@ApplicationScoped
class Correspondence {

    private static final Duration USEFUL = Duration.ofDays(7);

    @Inject
    Mailbox mailbox;

    @Inject
    Accounts accounts;

    @Inject
    @ConfigProperty(name = "lethe.public-url")
    Optional<String> publicUrl;

    /** To whom a letter about a request goes, and whose erasure takes it back. */
    record Addressee(EmailAddress address, @Nullable Subject person) {

        static @Nullable Addressee of(@Nullable EmailAddress address, List<Subject> people) {
            return address == null ? null : new Addressee(address, people.size() == 1 ? people.get(0) : null);
        }
    }

    /** @throws MailNotConfigured if no letter can be sent (503) */
    void code(SubjectRequest request, EmailAddress to, String code) {
        RequestTexts texts = RequestTexts.in(request.language());
        String text = texts.text("code.text", code, company(request), texts.kind(request.kind()));
        boolean sent = send(
                request,
                new Addressee(to, null),
                "identity-code",
                texts.text("code.subject", code),
                text,
                IdentityCode.LIFETIME);
        if (!sent) {
            throw new MailNotConfigured();
        }
    }

    void received(SubjectRequest request, Addressee to) {
        dated("received", request, to, request.dueOn());
    }

    void extended(SubjectRequest request, Addressee to, ExtensionGround ground) {
        dated(
                "extended",
                request,
                to,
                request.dueOn(),
                RequestTexts.in(request.language()).ground(ground));
    }

    private void dated(String letter, SubjectRequest request, Addressee to, LocalDate day, Object... more) {
        RequestTexts texts = RequestTexts.in(request.language());
        Object[] arguments = Stream.concat(
                        Stream.of(written(day, texts), company(request), texts.kind(request.kind())), Stream.of(more))
                .toArray();
        send(
                request,
                to,
                "request-" + letter,
                texts.text(letter + ".subject"),
                texts.text(letter + ".text", arguments),
                USEFUL);
    }

    /** Before a restriction ends (Art. 18(3) GDPR). @return whether the letter is on its way */
    boolean lifting(Subject person, EmailAddress to, String language, LocalDate on) {
        RequestTexts texts = RequestTexts.in(language);
        String company = accounts.name(person.account());
        String whole = paragraphs(
                texts.text("greeting"),
                texts.text("lifting.text", written(on, texts), company),
                texts.remedy(),
                company);
        var draft = new Mailbox.Draft("restriction-ends", person, to, texts.text("lifting.subject"), whole, USEFUL);
        return mailbox.send(person.account(), draft).isPresent();
    }

    private static String written(LocalDate day, RequestTexts texts) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(texts.locale())
                .format(day);
    }

    /** @param goesOn the day from which on data that was restricted until the decision may be used again, or null */
    void refused(
            SubjectRequest request,
            Addressee to,
            RefusalGround ground,
            @Nullable String explanation,
            @Nullable LocalDate goesOn) {
        RequestTexts texts = RequestTexts.in(request.language());
        String reason =
                texts.text("refused.text", "", company(request), texts.kind(request.kind()), texts.ground(ground));
        send(
                request,
                to,
                "request-refused",
                texts.text("refused.subject"),
                paragraphs(
                        reason,
                        explanation,
                        goesOn == null ? null : texts.text("refused.goes-on", written(goesOn, texts)),
                        texts.remedy()),
                USEFUL);
    }

    void done(SubjectRequest request, Addressee to, Outcome outcome, @Nullable String answer) {
        RequestTexts texts = RequestTexts.in(request.language());
        String key = outcome == Outcome.NOTHING_HELD ? "done.nothing" : "done.text";
        send(
                request,
                to,
                "request-done",
                texts.text("done.subject"),
                paragraphs(texts.text(key, "", company(request), texts.kind(request.kind())), answer),
                USEFUL);
    }

    /**
     * Sends the receipt codes to the person. The letter must outlive the person's data, so nobody's erasure takes it back.
     *
     * @return whether they are on their way; if not, somebody has to hand them over
     */
    boolean erased(SubjectRequest request, EmailAddress to, List<Receipt> receipts, @Nullable String answer) {
        RequestTexts texts = RequestTexts.in(request.language());
        String certificates = receipts.stream()
                .map(receipt -> texts.text("erased.certificate", address(receipt), receipt.code()))
                .collect(Collectors.joining("\n\n"));
        String text = texts.text("erased.text", "", company(request), texts.kind(request.kind()));
        return send(
                request,
                new Addressee(to, null),
                "request-erased",
                texts.text("erased.subject"),
                paragraphs(text, certificates, answer),
                USEFUL);
    }

    private String address(Receipt receipt) {
        return publicUrl
                        .map(url -> url.replaceAll("/+$", "") + "/certificates/")
                        .orElse("")
                + receipt.certificate();
    }

    private boolean send(
            SubjectRequest request, Addressee to, String purpose, String subject, String text, Duration usefulFor) {
        RequestTexts texts = RequestTexts.in(request.language());
        String whole = paragraphs(
                texts.text("greeting"),
                text,
                texts.text("reference", request.id().toString()),
                company(request));
        var draft = new Mailbox.Draft(purpose, to.person(), to.address(), subject, whole, usefulFor);
        return mailbox.send(request.account(), draft).isPresent();
    }

    private String company(SubjectRequest request) {
        return accounts.name(request.account());
    }

    private static String paragraphs(@Nullable String... texts) {
        return Stream.of(texts).filter(text -> text != null && !text.isBlank()).collect(Collectors.joining("\n\n"));
    }
}
