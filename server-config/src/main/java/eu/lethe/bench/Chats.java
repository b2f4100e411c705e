package eu.lethe.bench;

import eu.lethe.server.postgres.Superuser;
import eu.lethe.stub.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Plays texts of people as visitors' chats, has every visitor be forgotten, waits for the certificates and then looks for what they
 * said in every table of both databases, in the index and in every file of the home. The texts are the members {@code question} and
 * {@code full_text} of JSON files, as in SQuAD and in the sets for recognising personal data; a file with {@code .de.} in its name
 * is German. Lethe must run in demo mode on the home; its data should be nobody's. Turns the search through transcripts on, so that
 * there is something to forget in the index.
 *
 * <pre>
 * Limits as for {@link FirstToken}, then
 * java -cp lethe.jar eu.lethe.bench.Chats &lt;home&gt; 8080 questions.en.json questions.de.json
 * </pre>
 */
public final class Chats {

    private static final int TEXTS_OF_EACH = 5;
    private static final int AT_ONCE = 4;
    private static final int LONGEST = 1500;
    private static final long PATIENCE_MILLIS = 1_800_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private record Chat(String language, List<String> texts, String canary) {}

    private record Forgettable(Visitor visitor, Set<String> conversations) {}

    private final HttpClient http = Visitor.client();
    private final Path home;
    private final int port;
    private final Places places;
    private final Queue<Forgettable> people = new ConcurrentLinkedQueue<>();
    private final Queue<Long> fences = new ConcurrentLinkedQueue<>();
    private final Queue<UUID> certificates = new ConcurrentLinkedQueue<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    private Chats(Path home, int port) throws IOException {
        this.home = home;
        this.port = port;
        this.places = new Places(home, port + 2);
    }

    /** Home, Lethe's port, files or folders. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length < 3) {
            System.err.println("Chats <home> <Lethe's port> <file or folder>...");
            System.exit(2);
        }
        var chats = new ArrayList<Chat>();
        for (String file : List.of(arguments).subList(2, arguments.length)) {
            chats.addAll(chatsIn(Path.of(file)));
        }
        new Chats(Path.of(arguments[0]), Integer.parseInt(arguments[1])).run(chats);
    }

    private void run(List<Chat> chats) throws Exception {
        turnSearchOn();
        long start = System.nanoTime();
        all(chats, this::play);
        System.out.printf(
                "%,d texts asked by %,d visitors in %.0f s, %,d not answered%n",
                asked.get(), people.size(), seconds(start), refused.get());
        var needles = new Needles(needles(chats));
        await("the index to have what was said", () -> places.documents() >= asked.get());
        System.out.println("before: " + places.of(needles));
        start = System.nanoTime();
        all(people, this::forget);
        System.out.printf(
                "%,d visitors fenced in %.1f s: %s%n", people.size(), seconds(start), Measured.of(List.copyOf(fences)));
        await("the certificates", () -> certified() == people.size());
        System.out.printf("%,d certificates after %.1f s%n", certified(), seconds(start));
        System.out.println("after:  " + places.of(needles));
    }

    private void play(Chat chat) throws ExecutionException, InterruptedException {
        var visitor =
                new Visitor(http, URI.create("http://localhost:" + port), "demo", "http://localhost:" + (port + 1));
        Set<String> conversations = ConcurrentHashMap.newKeySet();
        String farewell = " " + chat.canary();
        for (String text : chat.texts()) {
            int status = visitor.ask(chat.language(), text + farewell, (event, data) -> {
                        if (event.equals("turn")) {
                            conversations.add(data.replaceAll(".*\"conversation\":\"([^\"]+)\".*", "$1"));
                        }
                    })
                    .get();
            asked.incrementAndGet();
            if (status != 200) {
                refused.incrementAndGet();
            }
        }
        people.add(new Forgettable(visitor, conversations));
    }

    private void forget(Forgettable person) throws IOException, InterruptedException {
        long start = System.nanoTime();
        certificates.add(person.visitor().beForgotten());
        fences.add(System.nanoTime() - start);
    }

    // What would be found anywhere: each text, a word that nobody else says, and the conversation's number.
    private List<String> needles(List<Chat> chats) {
        var needles = new ArrayList<String>();
        for (Chat chat : chats) {
            needles.add(chat.canary());
            chat.texts().stream().filter(text -> text.length() >= 20).forEach(needles::add);
        }
        people.forEach(person -> needles.addAll(person.conversations()));
        return needles;
    }

    private interface Work<T> {
        void on(T one) throws Exception;
    }

    private static <T> void all(Collection<T> ones, Work<T> work) throws Exception {
        var threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            var begun = new ArrayList<Callable<Void>>();
            for (T one : ones) {
                begun.add(() -> {
                    work.on(one);
                    return null;
                });
            }
            for (var done : threads.invokeAll(begun)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void turnSearchOn() throws SQLException, IOException {
        try (var data = Superuser.connect(home, port + 2, "lethe")) {
            Rows.run(
                    data,
                    "insert into compliance.store_setting (account_id, store, enabled, purge, changed_by, changed_at)"
                            + " select account_id, 'transcript-search', true, false, gen_random_uuid(), now()"
                            + " from chat.site where public_key = 'demo'"
                            + " on conflict (account_id, store) do update set enabled = true");
        }
    }

    private long certified() throws SQLException, IOException {
        return places.count("select count(*) from compliance.erasure_certificate where id = any (?)", certificates);
    }

    private static void await(String what, Callable<Boolean> condition) throws Exception {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (!condition.call()) {
            if (System.currentTimeMillis() > end) {
                throw new IllegalStateException("Waited half an hour in vain for " + what);
            }
            Thread.sleep(500);
        }
    }

    private static List<Chat> chatsIn(Path place) throws IOException {
        var chats = new ArrayList<Chat>();
        if (Files.isDirectory(place)) {
            try (var files = Files.list(place)) {
                for (Path file : files.filter(path -> path.toString().endsWith(".json"))
                        .sorted()
                        .toList()) {
                    chats.addAll(chatsIn(file));
                }
            }
            return chats;
        }
        var texts = new ArrayList<String>();
        collect(Json.object("{\"all\":" + Files.readString(place) + "}"), texts);
        String language = place.getFileName().toString().contains(".de.") ? "de" : "en";
        for (int from = 0; from < texts.size(); from += TEXTS_OF_EACH) {
            List<String> own = texts.subList(from, Math.min(texts.size(), from + TEXTS_OF_EACH));
            chats.add(new Chat(language, List.copyOf(own), canary()));
        }
        return chats;
    }

    private static void collect(@Nullable Object json, List<String> texts) {
        if (json instanceof Map<?, ?> members) {
            members.forEach((name, value) -> {
                if (value instanceof String text && (name.equals("question") || name.equals("full_text"))) {
                    texts.add(text.length() <= LONGEST ? text : text.substring(0, LONGEST));
                } else {
                    collect(value, texts);
                }
            });
        } else if (json instanceof List<?> elements) {
            elements.forEach(element -> collect(element, texts));
        }
    }

    private static String canary() {
        var word = new StringBuilder();
        RANDOM.ints(10, 'a', 'z' + 1).forEach(letter -> word.append((char) letter));
        return word + "canary";
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
