package eu.lethe.compliance.alerts;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.Caller;
import eu.lethe.compliance.kernel.Role;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.Comparator;
import java.util.List;

/** Everything of an account that waits for a person, the most urgent first. */
@Stateless
@Interceptors(AccountScope.class)
public class Alerts {

    @Inject
    @Any
    Instance<Watch> watches;

    public List<Alert> of(Caller caller) {
        caller.mustBeAny(Role.ADMIN, Role.DPO, Role.AUDITOR);
        return of(caller.account());
    }

    public List<Alert> of(AccountId account) {
        return watches.stream()
                .flatMap(watch -> watch.alerts(account).stream())
                .sorted(Comparator.comparing(Alert::matter))
                .toList();
    }
}
