package eu.lethe.dashboard.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Where things are: the pages of the dashboard, and the script a website embeds. */
@Named
@RequestScoped
public class Links {

    @Inject
    private ExternalContext request;

    @Inject
    private Feedback feedback;

    @Inject
    @ConfigProperty(name = "lethe.public-url")
    private Optional<String> publicUrl;

    /** The tag that brings the widget to a page. */
    public String embedCode(String key) {
        return "<script src=\"" + server() + "/widget/lethe.js\" data-site=\"" + key + "\" defer></script>";
    }

    /** Goes to a page of the dashboard, {@code /sites} for example, and says there what was said here. */
    public void open(String path) {
        feedback.keep();
        try {
            request.redirect(request.getRequestContextPath() + path);
            FacesContext.getCurrentInstance().responseComplete();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Gives something to the page that is opened next, and to no other. */
    public void hand(String name, Object value) {
        request.getFlash().put(name, value);
    }

    /** What the page before handed over, or null. */
    public @Nullable Object handed(String name) {
        return request.getFlash().get(name);
    }

    /** Where the server is for a browser, without a slash at the end. */
    public String server() {
        return publicUrl
                .map(url -> url.endsWith("/") ? url.substring(0, url.length() - 1) : url)
                .orElseGet(this::asAsked);
    }

    private String asAsked() {
        String scheme = request.getRequestScheme();
        int port = request.getRequestServerPort();
        boolean usual = port == ("https".equals(scheme) ? 443 : 80);
        return scheme + "://" + request.getRequestServerName() + (usual ? "" : ":" + port);
    }
}
