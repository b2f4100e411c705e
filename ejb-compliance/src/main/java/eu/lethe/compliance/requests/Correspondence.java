package eu.lethe.compliance.requests;

import eu.lethe.compliance.accounts.Accounts;
import eu.lethe.compliance.contacts.EmailAddress;
import eu.lethe.compliance.erasure.Kept;
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
import java.util.UUID;
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

    /** What a letter says, greeting and signature aside. */
    private record Wording(String purpose, String subject, String text, Duration usefulFor) {}

    /** @throws MailNotConfigured if no letter can be sent (503) */
    void code(SubjectRequest request, EmailAddress to, String code) {
        RequestTexts texts = RequestTexts.in(request.language());
        String text = texts.text("code.text", code, company(request), texts.kind(request.kind()));
        var wording = new Wording("identity-code", texts.text("code.subject", code), text, IdentityCode.LIFETIME);
        if (send(request, new Addressee(to, null), wording).isEmpty()) {
            throw new MailNotConfigured();
        }
    }

    /** Whether there is a mail server. */
    boolean isPossible(SubjectRequest request) {
        return mailbox.isConfigured(request.account());
    }

    void received(SubjectRequest request, Addressee to) {
        send(request, to, dated("received", request));
    }

    Optional<UUID> extended(SubjectRequest request, Addressee to, ExtensionGround ground) {
        return send(request, to, extension(request, ground));
    }

    /** @param goesOn the day from which on data that was restricted until the decision may be used again, or null */
    Optional<UUID> refused(
            SubjectRequest request,
            Addressee to,
            RefusalGround ground,
            @Nullable String explanation,
            @Nullable LocalDate goesOn) {
        return send(request, to, refusal(request, ground, explanation, goesOn));
    }

    Optional<UUID> done(SubjectRequest request, Addressee to, Outcome outcome, @Nullable String answer) {
        return send(request, to, ending(request, outcome, answer));
    }

    /**
     * Sends the receipt codes to the person. The letter must outlive the person's data, so nobody's erasure takes it back.
     *
     * @return the letter, if one is on its way; if not, somebody has to hand the codes over
     */
    Optional<UUID> erased(SubjectRequest request, EmailAddress to, List<Receipt> receipts, @Nullable String answer) {
        RequestTexts texts = RequestTexts.in(request.language());
        String certificates = receipts.stream()
                .map(receipt -> texts.text("erased.certificate", address(receipt), receipt.code()))
                .collect(Collectors.joining("\n\n"));
        List<Kept> kept = receipts.stream()
                .flatMap(receipt -> receipt.kept().stream())
                .distinct()
                .toList();
        String key = kept.isEmpty() ? "erased.text" : "erased.text.kept";
        String text = texts.text(key, "", company(request), texts.kind(request.kind()), laws(kept, texts));
        return send(
                request,
                new Addressee(to, null),
                new Wording(
                        "request-erased",
                        texts.text("erased.subject"),
                        paragraphs(
                                text,
                                kept.isEmpty() ? null : texts.remedy(),
                                texts.text("erased.receipt"),
                                certificates,
                                answer),
                        USEFUL));
    }

    private static String laws(List<Kept> kept, RequestTexts texts) {
        return kept.stream()
                .map(one -> texts.text("erased.kept", one.law(), written(one.until(), texts)))
                .collect(Collectors.joining("\n"));
    }

    private static String written(LocalDate day, RequestTexts texts) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(texts.locale())
                .format(day);
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

    /** The text of the last letter to the person, for somebody to hand it over. */
    String toHandOver(SubjectRequest request, @Nullable String answer, @Nullable String explanation) {
        RefusalGround refusal = request.refusalGround();
        ExtensionGround extension = request.extensionGround();
        Outcome outcome = request.outcome();
        if (refusal != null) {
            return whole(request, refusal(request, refusal, explanation, null).text());
        }
        if (outcome == null && extension != null && request.state() != RequestState.IN_PROGRESS) {
            return whole(request, extension(request, extension).text());
        }
        return whole(
                request,
                ending(request, outcome == null ? Outcome.FULFILLED : outcome, answer)
                        .text());
    }

    private Wording extension(SubjectRequest request, ExtensionGround ground) {
        return dated("extended", request, RequestTexts.in(request.language()).ground(ground));
    }

    private Wording dated(String letter, SubjectRequest request, Object... more) {
        RequestTexts texts = RequestTexts.in(request.language());
        Object[] arguments = Stream.concat(
                        Stream.of(written(request.dueOn(), texts), company(request), texts.kind(request.kind())),
                        Stream.of(more))
                .toArray();
        return new Wording(
                "request-" + letter, texts.text(letter + ".subject"), texts.text(letter + ".text", arguments), USEFUL);
    }

    private Wording refusal(
            SubjectRequest request, RefusalGround ground, @Nullable String explanation, @Nullable LocalDate goesOn) {
        RequestTexts texts = RequestTexts.in(request.language());
        String reason = texts.text(
                "refused.text", "", company(request), texts.kind(request.kind()), texts.ground(ground, request.kind()));
        return new Wording(
                "request-refused",
                texts.text("refused.subject"),
                paragraphs(
                        reason,
                        explanation,
                        goesOn == null ? null : texts.text("refused.goes-on", written(goesOn, texts)),
                        texts.remedy()),
                USEFUL);
    }

    private Wording ending(SubjectRequest request, Outcome outcome, @Nullable String answer) {
        RequestTexts texts = RequestTexts.in(request.language());
        String key = outcome == Outcome.NOTHING_HELD ? "done.nothing" : "done.text";
        return new Wording(
                "request-done",
                texts.text("done.subject"),
                paragraphs(texts.text(key, "", company(request), texts.kind(request.kind())), answer),
                USEFUL);
    }

    private String address(Receipt receipt) {
        return publicUrl
                        .map(url -> url.replaceAll("/+$", "") + "/certificates/")
                        .orElse("")
                + receipt.certificate();
    }

    private Optional<UUID> send(SubjectRequest request, Addressee to, Wording wording) {
        var draft = new Mailbox.Draft(
                wording.purpose(),
                to.person(),
                to.address(),
                wording.subject(),
                whole(request, wording.text()),
                wording.usefulFor());
        return mailbox.send(request.account(), draft);
    }

    private String whole(SubjectRequest request, String text) {
        RequestTexts texts = RequestTexts.in(request.language());
        return paragraphs(
                texts.text("greeting"),
                text,
                texts.text("reference", request.id().toString()),
                company(request));
    }

    private String company(SubjectRequest request) {
        return accounts.name(request.account());
    }

    private static String paragraphs(@Nullable String... texts) {
        return Stream.of(texts).filter(text -> text != null && !text.isBlank()).collect(Collectors.joining("\n\n"));
    }
}
