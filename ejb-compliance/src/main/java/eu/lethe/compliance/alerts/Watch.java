package eu.lethe.compliance.alerts;

import eu.lethe.compliance.kernel.AccountId;
import java.util.List;

/** A component's eye on what waits with it for a person. */
public interface Watch {

    /** What waits now; nothing for what does not. */
    List<Alert> alerts(AccountId account);
}
