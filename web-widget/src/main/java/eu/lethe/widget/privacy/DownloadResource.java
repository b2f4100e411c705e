package eu.lethe.widget.privacy;

import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.reports.AccessReports;
import eu.lethe.compliance.reports.Download;
import eu.lethe.compliance.reports.Exports;
import eu.lethe.compliance.reports.Format;
import eu.lethe.compliance.requests.EmailRequests;
import eu.lethe.widget.visitors.Admission;
import eu.lethe.widget.visitors.Ids;
import eu.lethe.widget.visitors.InvalidRequest;
import eu.lethe.widget.visitors.Limits;
import eu.lethe.widget.visitors.NotAVisitor;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The files a person may take away: the report of Art. 15 and the export of Art. 20. */
@Path("sites/{key}/privacy")
@PermitAll
@RequestScoped
public class DownloadResource {

    @Context
    HttpServletRequest request;

    @Inject
    Admission admission;

    @Inject
    Limits limits;

    @Inject
    EmailRequests requests;

    @Inject
    AccessReports reports;

    @Inject
    Exports exports;

    @GET
    @Path("report")
    public Response report(
            @QueryParam("format") @Nullable String format, @QueryParam("language") @Nullable String language) {
        return report(own(), format, language);
    }

    @GET
    @Path("export")
    public Response export() {
        return files(own(), exports::export);
    }

    @GET
    @Path("requests/{id}/report")
    public Response provedReport(
            @PathParam("id") String id,
            @QueryParam("format") @Nullable String format,
            @QueryParam("language") @Nullable String language) {
        return report(proved(id), format, language);
    }

    @GET
    @Path("requests/{id}/export")
    public Response provedExport(@PathParam("id") String id) {
        return files(proved(id), exports::export);
    }

    private List<Subject> own() {
        Subject visitor = admission.knownVisitor(request);
        limits.message(visitor);
        return List.of(visitor);
    }

    private List<Subject> proved(String id) {
        limits.code(request);
        String proof = Admission.bearer(request).orElseThrow(NotAVisitor::new);
        return requests.people(Admission.siteOf(request).account(), Ids.of("request", id), proof);
    }

    private Response report(List<Subject> people, @Nullable String format, @Nullable String language) {
        Format wanted = format(format);
        Locale locale = Locale.forLanguageTag(Words.language(language));
        return files(people, person -> reports.report(person, locale, wanted));
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
