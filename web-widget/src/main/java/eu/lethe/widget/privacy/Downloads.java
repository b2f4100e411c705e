package eu.lethe.widget.privacy;

import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.reports.AccessReports;
import eu.lethe.compliance.reports.Download;
import eu.lethe.compliance.reports.Exports;
import eu.lethe.compliance.reports.Format;
import eu.lethe.compliance.requests.Portion;
import eu.lethe.widget.visitors.InvalidRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The files a person may take away: the report of Art. 15 and the export of Art. 20 GDPR. */
@ApplicationScoped
class Downloads {

    @Inject
    AccessReports reports;

    @Inject
    Exports exports;

    /** @throws NothingHeld if there is nobody to make a report about (404) */
    Response report(List<Subject> people, @Nullable String format, @Nullable String language) {
        Format wanted = format(format);
        Locale locale = Locale.forLanguageTag(Words.language(language));
        return files(people, person -> reports.report(person, locale, wanted));
    }

    /** @throws NothingHeld if there is nobody to make an export about (404) */
    Response export(List<Subject> people) {
        return files(people, exports::export);
    }

    /** As {@link #report}, of people whose e-mail address was proved for the request. */
    Response reportProved(
            UUID request, List<Subject> people, int part, @Nullable String format, @Nullable String language) {
        Format wanted = format(format);
        Locale locale = Locale.forLanguageTag(Words.language(language));
        return files(portion(people, part), person -> reports.report(person, request, locale, wanted));
    }

    /** As {@link #export}, of people whose e-mail address was proved for the request. */
    Response exportProved(UUID request, List<Subject> people, int part) {
        return files(portion(people, part), person -> exports.export(person, request));
    }

    // One address may have been left by any number of visitors, and a file is made in memory.
    private static List<Subject> portion(List<Subject> people, int part) {
        if (part < 1 || part > Portion.number(people.size())) {
            throw new InvalidRequest("part-invalid", "There is no such part.");
        }
        int from = (part - 1) * Portion.SIZE;
        return people.subList(from, Math.min(people.size(), from + Portion.SIZE));
    }

    private static Response files(List<Subject> people, Function<Subject, Download> file) {
        if (people.isEmpty()) {
            throw new NothingHeld();
        }
        Download download = Bundle.of(people.stream().map(file).toList());
        return Response.ok(download.bytes(), download.mediaType())
                .header("Content-Disposition", "attachment; filename=\"" + download.name() + "\"")
                .header("Content-Security-Policy", "sandbox")
                .build();
    }

    private static Format format(@Nullable String text) {
        return switch (text == null ? "html" : text) {
            case "html" -> Format.HTML;
            case "pdf" -> Format.PDF;
            case "json" -> Format.JSON;
            default -> throw new InvalidRequest("format-invalid", "A report is html, pdf or json.");
        };
    }
}
