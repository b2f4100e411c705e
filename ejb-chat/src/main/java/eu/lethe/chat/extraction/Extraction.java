package eu.lethe.chat.extraction;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads files and pages within limits. A reading that does not end in time is given up, and at most a few can hang at once. */
@ApplicationScoped
public class Extraction {

    public static final int MAX_BYTES = 20 * 1024 * 1024;
    static final int MAX_CHARACTERS = 2_000_000;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int AT_ONCE = 6;

    // A line as wide as a page, followed by one that is no entry of a list: an editor broke it, not the author.
    private static final Pattern HARD_WRAP = Pattern.compile("(?m)(^.{50,}\\S)[ \\t]*\\R(?=\\p{L})");

    private final ExecutorService readers;
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final MarkdownReader markdown = new MarkdownReader();
    private final TikaReader tika = new TikaReader();
    private final Duration patience;

    public Extraction() {
        this(PATIENCE);
    }

    Extraction(Duration patience) {
        this.patience = patience;
        // Threads of its own: one that a hostile file keeps busy must not be missing from the server's pool.
        this.readers = Executors.newCachedThreadPool(work -> {
            var thread = new Thread(work, "lethe-extraction");
            thread.setDaemon(true);
            thread.setContextClassLoader(Extraction.class.getClassLoader());
            return thread;
        });
    }

    @PreDestroy
    void stop() {
        readers.shutdownNow();
    }

    /** @throws Refused saying why there is nothing to read in it */
    public Extracted read(Material material) throws Refused {
        if (material.content().length == 0) {
            throw new Refused(Refused.Reason.EMPTY);
        }
        if (material.content().length > MAX_BYTES) {
            throw new Refused(Refused.Reason.TOO_LARGE);
        }
        Extracted extracted = withinTime(material);
        int characters = extracted.characters();
        if (characters == 0) {
            throw new Refused(Refused.Reason.NO_TEXT);
        }
        if (characters > MAX_CHARACTERS) {
            throw new Refused(Refused.Reason.TOO_LARGE);
        }
        return extracted;
    }

    private Extracted withinTime(Material material) throws Refused {
        try {
            if (!free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Refused(Refused.Reason.BUSY);
            }
            return await(readers.submit(() -> {
                try {
                    return readNow(material);
                } finally {
                    free.release();
                }
            }));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Refused(Refused.Reason.BUSY, stopped);
        }
    }

    private Extracted await(Future<Extracted> reading) throws Refused, InterruptedException {
        try {
            return reading.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException tooLong) {
            reading.cancel(true);
            throw new Refused(Refused.Reason.TIMEOUT, tooLong);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Refused refused) {
                throw refused;
            }
            throw new Refused(Refused.Reason.BROKEN, failed.getCause());
        }
    }

    private Extracted readNow(Material material) throws Refused {
        MaterialType type = MaterialType.of(material);
        return switch (type) {
            case HTML -> HtmlReader.read(material);
            case MARKDOWN -> markdown.read(material);
            case PLAIN -> plain(TextDecoder.decode(material.content(), material.charset()), material.name());
            case PDF, OOXML, OLE2, OPEN_DOCUMENT -> tika.read(material, type);
            case UNKNOWN ->
                throw new Refused(
                        MaterialType.namedLikeOurs(material) ? Refused.Reason.BROKEN : Refused.Reason.UNSUPPORTED_TYPE);
        };
    }

    private static Extracted plain(String text, String name) {
        return text(Titles.ofFile(name), text, Languages.ofName(name));
    }

    /** Text that somebody typed: paragraphs are what empty lines part. */
    public static Extracted text(String title, String text, @Nullable String language) {
        List<Block> blocks = new ArrayList<>();
        for (String paragraph : text.split("\\R[ \\t]*\\R", -1)) {
            String tidy = HtmlBlocks.tidy(HARD_WRAP.matcher(paragraph).replaceAll("$1 "));
            if (!tidy.isEmpty()) {
                blocks.add(new Block.Text(tidy));
            }
        }
        return new Extracted(title, language, blocks);
    }
}
