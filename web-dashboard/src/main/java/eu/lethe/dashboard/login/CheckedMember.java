package eu.lethe.dashboard.login;

import eu.lethe.compliance.kernel.Caller;
import jakarta.security.enterprise.credential.Credential;

/** A member whose password was right a moment ago; never leaves this package. */
record CheckedMember(Caller caller) implements Credential {}
