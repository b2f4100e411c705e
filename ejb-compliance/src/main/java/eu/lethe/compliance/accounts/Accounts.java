package eu.lethe.compliance.accounts;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.Caller;
import jakarta.ejb.Stateless;

/** Controllers: the companies whose visitors chat. */
@Stateless
public class Accounts {

    /** @param setUp whether the first-run set-up was finished */
    public record AccountView(AccountId id, String name, boolean setUp) {}

    public AccountId create(String name) {
        throw new IllegalStateException("owner builds this");
    }

    public AccountView of(Caller caller) {
        throw new IllegalStateException("owner builds this");
    }

    public void rename(Caller caller, String name) {
        throw new IllegalStateException("owner builds this");
    }

    /** Ends the first-run set-up. */
    public void finishSetUp(Caller caller) {
        throw new IllegalStateException("owner builds this");
    }
}
