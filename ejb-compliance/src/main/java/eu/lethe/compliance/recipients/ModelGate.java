package eu.lethe.compliance.recipients;

import eu.lethe.compliance.kernel.AccountId;
import jakarta.enterprise.context.ApplicationScoped;

/** Decides, without asking the database each time, whether an account's questions may go to the model's provider (SEED-C12). */
@ApplicationScoped
public class ModelGate {

    public Admission admit(AccountId account, DeclaredModel model) {
        throw new UnsupportedOperationException();
    }
}
