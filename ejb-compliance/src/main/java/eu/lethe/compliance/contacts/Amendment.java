package eu.lethe.compliance.contacts;

import eu.lethe.compliance.contacts.Contacts.ContactView;
import eu.lethe.compliance.contacts.Contacts.Correction;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody else files as right about a person (Art. 16 GDPR): only what is named changes. Who writes down that a telephone number
 * is wrong says nothing about the name.
 *
 * @param remove what is to be forgotten
 */
public record Amendment(
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        Set<ContactField> remove) {

    public Amendment {
        // Whoever reads it from JSON may find no such member.
        remove = remove == null ? Set.of() : Set.copyOf(remove);
    }

    /** The contact as it is to be. */
    Correction appliedTo(ContactView before) {
        return new Correction(
                wanted(ContactField.NAME, name, before.name()),
                wanted(ContactField.EMAIL, email, before.email()),
                wanted(ContactField.PHONE, phone, before.phone()));
    }

    private @Nullable String wanted(ContactField field, @Nullable String given, @Nullable String before) {
        if (remove.contains(field)) {
            return null;
        }
        return given == null || given.isBlank() ? before : given;
    }
}
