package eu.lethe.dashboard.frame;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIInput;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.component.visit.VisitResult;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Tells the member what came of an action: at the field a refusal names, else at the top of the page. */
@ApplicationScoped
public class Feedback {

    @Inject
    private Texts texts;

    /** Runs the action; says so if it was refused. @return whether it was done */
    public boolean attempt(Runnable action) {
        try {
            action.run();
            return true;
        } catch (SignedOut nobody) {
            throw nobody;
        } catch (Problem refusal) {
            refused(refusal);
            return false;
        } catch (EJBException wrapped) {
            // So the server throws a refusal that comes from a bean of another module.
            if (Causes.of(wrapped) instanceof Problem refusal) {
                refused(refusal);
                return false;
            }
            throw wrapped;
        }
    }

    /** Says that it was done. */
    public void done(String key, Object... details) {
        FacesContext.getCurrentInstance()
                .addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, texts.of(key, details), null));
    }

    /** What was said until now is shown on the page that a redirect leads to. */
    public void keep() {
        FacesContext.getCurrentInstance().getExternalContext().getFlash().setKeepMessages(true);
    }

    void refused(Problem problem) {
        wrong(problem.field(), texts.of(problem));
    }

    /** Says at the field what is wrong with it. */
    public void refuse(@Nullable String field, String key, Object... details) {
        wrong(field, texts.of(key, details));
    }

    private static void wrong(@Nullable String field, String text) {
        var faces = FacesContext.getCurrentInstance();
        var input = field == null ? null : input(faces, field);
        String client = null;
        if (input != null) {
            // A list that is invalid would be drawn from what was submitted, which is gone by now: it would look empty.
            input.setValid(input.getValue() instanceof Collection);
            client = input.getClientId(faces);
        }
        faces.addMessage(client, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
        faces.validationFailed();
    }

    // By convention an input's id is the name of the field it fills.
    private static @Nullable UIInput input(FacesContext faces, String field) {
        var found = new AtomicReference<@Nullable UIInput>();
        faces.getViewRoot().visitTree(VisitContext.createVisitContext(faces), (context, component) -> {
            if (component instanceof UIInput input && field.equals(component.getId()) && shown(component)) {
                found.set(input);
                return VisitResult.COMPLETE;
            }
            return VisitResult.ACCEPT;
        });
        return found.get();
    }

    private static boolean shown(UIComponent component) {
        for (UIComponent each = component; each != null; each = each.getParent()) {
            if (!each.isRendered()) {
                return false;
            }
        }
        return true;
    }
}
