package eu.lethe.compliance.mail;

import static java.lang.System.Logger.Level.WARNING;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The mail server somebody configured, or none. Every step of the talk with it has a time limit. */
@ApplicationScoped
class MailServer {

    private static final System.Logger LOG = System.getLogger(MailServer.class.getName());
    private static final String PATIENCE_MILLIS = "20000";

    @Inject
    @ConfigProperty(name = "lethe.mail.host")
    Optional<String> host;

    @Inject
    @ConfigProperty(name = "lethe.mail.port", defaultValue = "587")
    int port;

    @Inject
    @ConfigProperty(name = "lethe.mail.security", defaultValue = "starttls")
    String security;

    @Inject
    @ConfigProperty(name = "lethe.mail.user")
    Optional<String> user;

    @Inject
    @ConfigProperty(name = "lethe.mail.password")
    Optional<String> password;

    @Inject
    @ConfigProperty(name = "lethe.mail.from")
    Optional<String> from;

    @Inject
    Clock clock;

    Optional<String> host() {
        return isConfigured() ? host : Optional.empty();
    }

    boolean isConfigured() {
        return host.isPresent() && from.isPresent();
    }

    /**
     * Hands the letter over.
     *
     * @throws LetterRefused if there will never be such a mailbox
     * @throws MailServerDown if it may take it later
     */
    void deliver(Opened letter) throws LetterRefused {
        Session session = Session.getInstance(properties(letter));
        try (Transport transport = session.getTransport()) {
            transport.connect(host.orElseThrow(), port, user.orElse(null), password.orElse(null));
            MimeMessage message = message(session, letter);
            transport.sendMessage(message, message.getAllRecipients());
        } catch (SendFailedException refused) {
            throw refusalOf(refused);
        } catch (MessagingException down) {
            // The exception's text may quote the address, so only its kind is kept.
            throw new MailServerDown(
                    "The mail server failed with " + down.getClass().getSimpleName());
        }
    }

    private MimeMessage message(Session session, Opened letter) throws MessagingException {
        var message = new Numbered(session, letter.id() + "@" + host.orElseThrow());
        message.setFrom(new InternetAddress(from.orElseThrow(), true));
        var to = new InternetAddress();
        to.setAddress(letter.to());
        message.setRecipient(Message.RecipientType.TO, to);
        message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        message.setText(letter.text(), StandardCharsets.UTF_8.name());
        // Nobody's holiday notice is wanted (RFC 3834).
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setSentDate(Date.from(clock.instant()));
        message.saveChanges();
        return message;
    }

    // A sender or a login that will not do is somebody's slip here, mended tomorrow: only a bad address to write to is
    // for ever.
    private static LetterRefused refusalOf(SendFailedException refused) {
        var answer = answerOf(refused);
        Address[] bad = refused.getInvalidAddresses();
        if (bad == null || bad.length == 0 || !answer.isNever()) {
            LOG.log(WARNING, "The mail server put a letter off with {0}", answer);
            throw new MailServerDown("The mail server answered " + answer.number());
        }
        return new LetterRefused(answer.number());
    }

    // The answer's number stands only in the exceptions of the server's own mail library; its text begins with it, too.
    private static ServerAnswer answerOf(MessagingException refused) {
        for (Exception cause = refused; cause instanceof MessagingException next; cause = next.getNextException()) {
            var answer = ServerAnswer.in(next.getMessage());
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        return ServerAnswer.NONE;
    }

    private Properties properties(Opened letter) {
        String protocol = isTls() ? "smtps" : "smtp";
        var properties = new Properties();
        properties.setProperty("mail.transport.protocol", protocol);
        String prefix = "mail." + protocol + ".";
        properties.setProperty(prefix + "connectiontimeout", PATIENCE_MILLIS);
        properties.setProperty(prefix + "timeout", PATIENCE_MILLIS);
        properties.setProperty(prefix + "writetimeout", PATIENCE_MILLIS);
        properties.setProperty(prefix + "auth", String.valueOf(user.isPresent()));
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "starttls.required", String.valueOf(isStartTls()));
        properties.setProperty(prefix + "starttls.enable", String.valueOf(isStartTls()));
        boolean plain = letter.to().chars().allMatch(sign -> sign < 128);
        properties.setProperty("mail.mime.allowutf8", String.valueOf(!plain));
        return properties;
    }

    private boolean isTls() {
        return "tls".equals(security.toLowerCase(Locale.ROOT));
    }

    // Anything but a deliberate "none" is encrypted: a slip of the pen must not send letters in the clear.
    private boolean isStartTls() {
        return !isTls() && !"none".equals(security.toLowerCase(Locale.ROOT));
    }

    /** A message that keeps its id when it is sent again, so that a mail program shows it once. */
    private static final class Numbered extends MimeMessage {

        private final String number;

        private Numbered(Session session, String number) {
            super(session);
            this.number = number;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + number + ">");
        }
    }
}
