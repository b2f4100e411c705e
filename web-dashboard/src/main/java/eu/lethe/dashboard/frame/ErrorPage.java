package eu.lethe.dashboard.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import java.util.Map;

/** Says what went wrong and where to go on; reached by an error dispatch, or by a redirect where the request was Ajax. */
@Named
@RequestScoped
public class ErrorPage {

    private static final Map<Integer, String> KINDS = Map.of(403, "forbidden", 404, "missing", 503, "unavailable");

    /** The part of the text's key that names the kind of failure. */
    public String kind() {
        return KINDS.getOrDefault(status(), "failed");
    }

    /** What to look for in the log, or nothing if there is nothing to look for. */
    public String reference() {
        Object reference = request().getRequestMap().get("reference");
        String text = reference == null ? request().getRequestParameterMap().get("reference") : reference.toString();
        return text != null && text.matches("[0-9a-f]{8}") ? text : "";
    }

    // Not injected: where rendering failed, an injected one still belongs to the request as it was before the dispatch.
    private static ExternalContext request() {
        return FacesContext.getCurrentInstance().getExternalContext();
    }

    private int status() {
        if (request().getRequestMap().get(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status) {
            return status;
        }
        String status = request().getRequestParameterMap().get("status");
        return status != null && status.matches("[0-9]{3}") ? Integer.parseInt(status) : 404;
    }
}
