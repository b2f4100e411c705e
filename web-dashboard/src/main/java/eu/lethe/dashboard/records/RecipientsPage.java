package eu.lethe.dashboard.records;

import eu.lethe.compliance.kernel.Role;
import eu.lethe.compliance.recipients.Recipients;
import eu.lethe.compliance.recipients.Recipients.RecipientView;
import eu.lethe.dashboard.frame.SignedIn;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** Who outside the company is given anything about people, and on what terms. */
@Named
@ViewScoped
public class RecipientsPage implements Serializable {

    @Inject
    private SignedIn signedIn;

    @Inject
    private Recipients recipients;

    private List<RecipientView> all = List.of();

    public void load() {
        signedIn.caller().mustBeAny(Role.ADMIN, Role.DPO, Role.AUDITOR);
        all = recipients.list(signedIn.caller());
    }

    public List<RecipientView> all() {
        return all;
    }
}
