package eu.lethe.dashboard.frame;

import eu.lethe.compliance.kernel.Problem;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.FacesException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.PhaseId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;

/**
 * Turns whatever a page could not handle into something a person can act on: a refusal becomes a message or the page for it,
 * an expired page is loaded afresh, and anything else is a sentence with a reference that stands in the log. No visitor of the
 * dashboard ever sees a stack trace.
 */
class QuietExceptionHandler extends ExceptionHandlerWrapper {

    private static final System.Logger LOG = System.getLogger(QuietExceptionHandler.class.getName());

    QuietExceptionHandler(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() throws FacesException {
        var faces = FacesContext.getCurrentInstance();
        for (var events = getUnhandledExceptionQueuedEvents().iterator(); events.hasNext(); ) {
            ExceptionQueuedEvent event = events.next();
            events.remove();
            if (!faces.getResponseComplete()) {
                answer(faces, Causes.of(event.getContext().getException()));
            }
        }
        getWrapped().handle();
    }

    private static void answer(FacesContext faces, Throwable cause) {
        try {
            if (cause instanceof ViewExpiredException) {
                reload(faces);
            } else if (cause instanceof SignedOut) {
                faces.getExternalContext().invalidateSession();
                redirect(faces, "/login?expired=1");
            } else if (cause instanceof Problem problem) {
                refused(faces, problem);
            } else {
                failed(faces, cause);
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static void reload(FacesContext faces) throws IOException {
        var feedback = CDI.current().select(Feedback.class).get();
        feedback.done("error.page-expired");
        feedback.keep();
        var request = faces.getExternalContext();
        var query = Addresses.queryOf(request.getRequestHeaderMap().get("Referer"));
        redirect(faces, request.getRequestServletPath() + query);
    }

    private static void refused(FacesContext faces, Problem problem) throws IOException {
        if (canStillSay(faces)) {
            CDI.current().select(Feedback.class).get().refused(problem);
            faces.renderResponse();
        } else {
            send(faces, problem.kind().status(), problem.code());
        }
    }

    private static void failed(FacesContext faces, Throwable cause) throws IOException {
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.log(System.Logger.Level.ERROR, "dashboard failure " + reference, cause);
        if (canStillSay(faces)) {
            CDI.current().select(Feedback.class).get().refuse(null, "error.unexpected", reference);
            faces.renderResponse();
        } else {
            send(faces, 500, reference);
        }
    }

    // An action that failed leaves its page in place; only what fails while the page is built needs another page.
    private static boolean canStillSay(FacesContext faces) {
        return faces.isPostback()
                && faces.getViewRoot() != null
                && !PhaseId.RENDER_RESPONSE.equals(faces.getCurrentPhaseId());
    }

    private static void send(FacesContext faces, int status, String reference) throws IOException {
        var response = faces.getExternalContext();
        if (faces.getPartialViewContext().isAjaxRequest()) {
            redirect(faces, "/error?status=" + status + "&reference=" + reference);
        } else if (response.isResponseCommitted()) {
            faces.responseComplete();
        } else {
            response.responseReset();
            response.getRequestMap().put("reference", reference);
            response.responseSendError(status, reference);
            faces.responseComplete();
        }
    }

    private static void redirect(FacesContext faces, String path) throws IOException {
        var response = faces.getExternalContext();
        if (faces.getPartialViewContext().isAjaxRequest() && !response.isResponseCommitted()) {
            response.responseReset();
        }
        response.redirect(response.getRequestContextPath() + path);
        faces.responseComplete();
    }
}
