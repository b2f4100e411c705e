package eu.lethe.chat.answers;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.chat.conversations.Author;
import eu.lethe.chat.conversations.Phase;
import eu.lethe.chat.conversations.Turn;
import eu.lethe.chat.conversations.Turn.Said;
import eu.lethe.chat.extracts.Extract.Verdict;
import eu.lethe.chat.llm.LanguageModel;
import eu.lethe.chat.llm.ModelChoice;
import eu.lethe.chat.llm.Models;
import eu.lethe.chat.sites.Look;
import eu.lethe.chat.sites.SiteSettings;
import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.recipients.Admission;
import eu.lethe.stub.StubModel;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** What a thousand visitors tell of themselves, searched for in the bytes that reach the provider (I18, SEED-C24). */
class PromptAllowListTest {

    private static final int CHATS = 1000;
    private static final int AT_ONCE = 20;
    private static final long SEED = 20260301;

    private final Random random = new Random(SEED);

    /** @param canaries what must not be found */
    private record Chat(Turn turn, List<String> canaries) {}

    @Test
    void i18_holdsNoCanaryOfAThousandChats() throws IOException {
        var workers = Executors.newFixedThreadPool(8);
        var later = Executors.newScheduledThreadPool(1);
        try (var stub = StubModel.start(0);
                var models = new Models()) {
            LanguageModel model = models.at(stub.url(), "stub?tps=1000&text=ok");
            var replies =
                    new Replies(steps(model, workers), new Keeper((turn, answer) -> {}, workers, later, 10), CHATS);
            var chats = new ArrayList<Chat>();
            for (int wave = 0; wave < CHATS / AT_ONCE; wave++) {
                var heard = new ArrayList<Listener>();
                for (int i = 0; i < AT_ONCE; i++) {
                    Chat chat = chat(chats.size());
                    chats.add(chat);
                    heard.add(new Listener());
                    replies.start(chat.turn(), heard.get(i));
                }
                assertThat(heard)
                        .allSatisfy(listener ->
                                assertThat(listener.answer().problem()).isNull());
            }

            List<String> raw = stub.raw();
            assertThat(raw).hasSize(CHATS);
            String everything = String.join("\n", raw);
            assertThat(everything).contains("[email-1]", "[phone-1]", "[iban-1]", "[card-1]", "order number 999?");
            assertThat(chats.stream().flatMap(chat -> chat.canaries().stream()).filter(everything::contains))
                    .as("what of the visitors' own reached the provider")
                    .isEmpty();
            assertThat(everything.toLowerCase(Locale.ROOT))
                    .doesNotContain("\"user\":", "cookie:", "referer:", "forwarded");
        } finally {
            workers.shutdownNow();
            later.shutdownNow();
        }
    }

    private static Steps steps(LanguageModel model, Executor workers) {
        var site = new SiteSettings(
                "Shop", List.of(), List.of("en"), "Ada", null, List.of(), null, "https://shop.example/c", Look.DEFAULT);
        var admission = new Admission(UUID.randomUUID(), "FI", 0, null);
        return new Steps(
                workers,
                asked -> Optional.of(site),
                (asked, question) -> Library.FOUND,
                (question, findings) -> Library.extract(Verdict.ANSWER, 0.8),
                account -> ModelChoice.of(model, admission, Instant.EPOCH));
    }

    private Chat chat(int number) {
        var subject = new Subject(AccountId.random(), UUID.randomUUID(), 1);
        String email = "canary%d.%s@mail%d.example".formatted(number, word(), number);
        String phone = "+358 40 %03d %04d".formatted(number, random.nextInt(10_000));
        String iban = iban(number);
        String card = card(number);
        var turn = new Turn(
                subject,
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                "en",
                Phase.EXPLORING,
                "I paid from %s with card %s, what became of order number %d?".formatted(iban, card, number),
                List.of(
                        new Said(Author.VISITOR, "Write to " + email + " or call " + phone + "."),
                        new Said(Author.ASSISTANT, "I have noted " + email + " and " + phone + ".")));
        return new Chat(
                turn,
                List.of(
                        email,
                        phone,
                        iban,
                        card,
                        subject.id().toString(),
                        subject.account().toString(),
                        turn.site().toString(),
                        turn.conversation().toString(),
                        turn.question().toString(),
                        turn.answer().toString()));
    }

    private String word() {
        return random.ints(6, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** A Finnish account number with right check digits. */
    private String iban(int number) {
        String account = "123456%08d".formatted(10_000_000 + number * 37);
        int remainder = 0;
        for (char digit : (account + "151800").toCharArray()) {
            remainder = (remainder * 10 + (digit - '0')) % 97;
        }
        return "FI%02d%s".formatted(98 - remainder, account);
    }

    /** Sixteen digits that a card could have. */
    private static String card(int number) {
        String start = "41111111%07d".formatted(number);
        for (int check = 0; check < 10; check++) {
            if (luhn(start + check)) {
                return start + check;
            }
        }
        throw new AssertionError();
    }

    private static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int value = i % 2 == 1 ? digit * 2 : digit;
            sum += value > 9 ? value - 9 : value;
        }
        return sum % 10 == 0;
    }
}
