package eu.lethe.compliance.reports;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.w3c.dom.Document;

/**
 * Prints a page as PDF/UA, tagged for screen readers, with its fonts inside. One page at a time: laying out takes a processor
 * and memory for as long as the person has talked.
 */
@ApplicationScoped
class PdfPrinter {

    private static final int PATIENCE_SECONDS = 20;

    @Inject
    @ConfigProperty(name = "lethe.reports.fonts")
    Optional<Path> moreFonts;

    private final Semaphore press = new Semaphore(1);
    private Fonts fonts;

    @PostConstruct
    void prepare() {
        // It would log what it lays out.
        XRLog.setLoggingEnabled(false);
        fonts = Fonts.with(moreFonts);
    }

    /** @param incomplete said on the page if a script cannot be drawn */
    public byte[] print(Document page, String incomplete) {
        fonts.fit(page, incomplete);
        try {
            if (!press.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new TooManyReports();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new TooManyReports();
        }
        try {
            return printed(page);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } finally {
            press.release();
        }
    }

    private byte[] printed(Document page) throws IOException {
        var out = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.withProducer("Lethe");
        // Hebrew and Arabic run from right to left, also in the middle of a line that does not.
        builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
        builder.useUnicodeBidiReorderer(new ICUBidiReorderer());
        // Nothing in the page points anywhere; if something ever did, it would not be fetched.
        builder.useUriResolver((base, address) -> null);
        List<Fonts.Face> faces = fonts.faces();
        faces.forEach(
                face -> builder.useFont(supplier(face.bytes()), face.family(), face.weight(), FontStyle.NORMAL, true));
        builder.withW3cDocument(page, "");
        builder.toStream(out);
        builder.run();
        return out.toByteArray();
    }

    private static FSSupplier<InputStream> supplier(byte[] font) {
        return () -> new ByteArrayInputStream(font);
    }
}
