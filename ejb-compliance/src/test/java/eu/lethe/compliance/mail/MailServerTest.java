package eu.lethe.compliance.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Letters handed to a real mail server in this process. */
class MailServerTest {

    private final GreenMail receiving = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final MailServer server = new MailServer();

    @BeforeEach
    void start() {
        receiving.start();
        server.host = Optional.of("127.0.0.1");
        server.port = receiving.getSmtp().getPort();
        server.security = "none";
        server.user = Optional.empty();
        server.password = Optional.empty();
        server.from = Optional.of("Lethe <privacy@example.org>");
        server.clock = Clock.fixed(Instant.parse("2026-11-10T12:00:00Z"), ZoneOffset.UTC);
    }

    @AfterEach
    void stop() {
        receiving.stop();
    }

    private static Opened letter() {
        return new Opened(UUID.randomUUID(), "ada@example.org", "Ihr Code für Sie", "Guten Tag,\n\nächt: 12345678");
    }

    @Test
    void handsALetterOver() throws Exception {
        Opened letter = letter();
        server.deliver(letter);

        var received = receiving.getReceivedMessages();
        assertThat(received).hasSize(1);
        assertThat(received[0].getAllRecipients()).extracting(Object::toString).containsExactly("ada@example.org");
        assertThat(received[0].getFrom()[0]).hasToString("Lethe <privacy@example.org>");
        assertThat(received[0].getSubject()).isEqualTo("Ihr Code für Sie");
        assertThat(received[0].getContent().toString()).contains("ächt: 12345678");
        assertThat(received[0].getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(received[0].getMessageID()).isEqualTo("<" + letter.id() + "@127.0.0.1>");
    }

    @Test
    void numbersALetterTheSameEachTimeItGoesOut() throws Exception {
        Opened letter = letter();
        server.deliver(letter);
        server.deliver(letter);
        var received = receiving.getReceivedMessages();
        assertThat(received[0].getMessageID()).isEqualTo(received[1].getMessageID());
    }

    @Test
    void logsInWhereItMust() throws Exception {
        receiving.setUser("privacy@example.org", "privacy", "a secret");
        server.user = Optional.of("privacy");
        server.password = Optional.of("a secret");
        server.deliver(letter());
        assertThat(receiving.getReceivedMessages()).hasSize(1);

        server.password = Optional.of("another");
        assertThatThrownBy(() -> server.deliver(letter()))
                .isInstanceOf(MailServerDown.class)
                .hasMessageContaining("AuthenticationFailedException");
    }

    @Test
    void waitsForAServerThatIsAway() {
        receiving.stop();
        assertThatThrownBy(() -> server.deliver(letter()))
                .isInstanceOf(MailServerDown.class)
                .hasMessageNotContaining("ada");
    }

    @Test
    void sendsNothingInTheClearUnlessToldTo() {
        for (String security : new String[] {"starttls", "", "nonsense"}) {
            server.security = security;
            assertThatThrownBy(() -> server.deliver(letter())).isInstanceOf(MailServerDown.class);
        }
        assertThat(receiving.getReceivedMessages()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 5.1.1 Unknown user, LetterRefused",
        "RCPT, 550 No such user here, LetterRefused",
        "RCPT, 553-5.1.3 Not an address, LetterRefused",
        "RCPT, 550 5.2.1 Mailbox disabled, LetterRefused",
        "RCPT, 450 4.2.0 Try again later, MailServerDown",
        "RCPT, 552 5.2.2 Mailbox full, MailServerDown",
        "RCPT, 530 5.7.0 Authentication required, MailServerDown",
        "RCPT, 554 5.7.1 Relay access denied, MailServerDown",
        "RCPT, 550 5.1.8 Sender address rejected, MailServerDown",
        "RCPT, 503 Log in first, MailServerDown",
        "MAIL, 530 5.7.0 Authentication required, MailServerDown",
        "MAIL, 550 5.1.0 Sender not allowed, MailServerDown",
        "MAIL, 553 5.7.1 Sender not owned by user, MailServerDown",
        "MAIL, 501 Bad sender, MailServerDown",
        "DATA, 554 5.7.1 Looks like spam, MailServerDown",
        "., 550 5.1.1 Looks like spam, MailServerDown"
    })
    void refusesALetterForGoodOnlyBecauseOfItsOwnMailbox(String step, String answer, String outcome) throws Exception {
        try (var unwilling = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.port = unwilling.getLocalPort();
            var talk = Executors.newSingleThreadExecutor();
            talk.execute(() -> refuse(unwilling, step, answer));
            assertThatThrownBy(() -> server.deliver(letter()))
                    .satisfies(refused ->
                            assertThat(refused.getClass().getSimpleName()).isEqualTo(outcome))
                    .hasMessageContaining(answer.substring(0, 3))
                    .hasMessageNotContaining("ada");
            talk.shutdownNow();
        }
    }

    // As much of a mail server as says no at one step.
    private static void refuse(ServerSocket unwilling, String step, String answer) {
        try (var line = unwilling.accept();
                var in = new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.US_ASCII));
                var out = new PrintWriter(line.getOutputStream(), true, StandardCharsets.US_ASCII)) {
            out.print("220 ready\r\n");
            out.flush();
            boolean letter = false;
            for (String said = in.readLine(); said != null; said = in.readLine()) {
                if (!letter || said.equals(".")) {
                    letter = !said.startsWith(step) && said.equals("DATA");
                    out.print(reply(said, step, answer) + "\r\n");
                    out.flush();
                }
            }
        } catch (IOException hungUp) {
            throw new UncheckedIOException(hungUp);
        }
    }

    private static String reply(String said, String step, String answer) {
        if (!said.startsWith(step)) {
            return said.equals("DATA") ? "354 go on" : "250 fine";
        }
        return answer.charAt(3) == '-' ? answer + "\r\n" + answer.substring(0, 3) + " and that is all" : answer;
    }

    @Test
    void isThereOnlyWithAHostAndASender() {
        assertThat(server.isConfigured()).isTrue();
        server.from = Optional.empty();
        assertThat(server.isConfigured()).isFalse();
        assertThat(server.host()).isEmpty();
    }
}
