package eu.lethe.compliance.mail;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.outbox.OutboxConsumer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * Hands letters to the mail server, one at a time, without a transaction around the talk. Killed between the server's yes and our
 * note of it, the letter goes out twice, under the same Message-ID.
 */
@ApplicationScoped
class Postman implements OutboxConsumer {

    @Inject
    Letters letters;

    @Inject
    MailServer server;

    @Override
    public String topic() {
        return Mailbox.TOPIC;
    }

    @Override
    public void handle(AccountId account, UUID id) {
        letters.take(account, id).ifPresent(letter -> {
            try {
                server.deliver(letter);
                letters.settle(account, id, LetterState.SENT);
            } catch (LetterRefused never) {
                letters.settle(account, id, LetterState.REFUSED);
            }
        });
    }
}
