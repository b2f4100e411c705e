package eu.lethe.compliance.contacts;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.Caller;
import eu.lethe.compliance.kernel.Subject;
import jakarta.ejb.Stateless;
import jakarta.interceptor.Interceptors;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How people can be reached. */
@Stateless
@Interceptors(AccountScope.class)
public class Contacts {

    public record Contact(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable Instant changedAt) {}

    /** What is to be known from now on; null or blank means nothing. */
    public record Correction(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone) {}

    /** What the person has left; all null if nothing. */
    public Contact own(Subject subject) {
        throw new UnsupportedOperationException();
    }

    /** Puts it right, or adds what was missing (Art. 16 GDPR). @throws InvalidContact naming the field */
    public Contact correct(Subject subject, Correction correction) {
        throw new UnsupportedOperationException();
    }

    /** The contact of a visitor, for a member; empty if there is none. */
    public Optional<Contact> of(Caller caller, UUID subject) {
        throw new UnsupportedOperationException();
    }

    /** Everybody, erased people aside, who has left this address, whatever the letters' case. */
    public List<Subject> withEmail(AccountId account, String email) {
        throw new UnsupportedOperationException();
    }
}
