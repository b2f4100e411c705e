package eu.lethe.compliance.contacts;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A contact as somebody wants it to be, checked and tidy: what is blank is not there. */
record Particulars(
        @Nullable String name,
        @Nullable EmailAddress email,
        @Nullable String phone) {

    private static final int LONGEST_NAME = 200;
    private static final Pattern PHONE = Pattern.compile("[-+()./ 0-9]{3,40}");

    static Particulars of(Contacts.Correction correction) {
        return new Particulars(name(correction.name()), email(correction.email()), phone(correction.phone()));
    }

    @Nullable
    String emailText() {
        return email == null ? null : email.text();
    }

    /** What is there. */
    Set<ContactField> given() {
        var given = EnumSet.noneOf(ContactField.class);
        if (name != null) {
            given.add(ContactField.NAME);
        }
        if (email != null) {
            given.add(ContactField.EMAIL);
        }
        if (phone != null) {
            given.add(ContactField.PHONE);
        }
        return given;
    }

    Set<String> differencesFrom(Contacts.ContactView before) {
        var different = new HashSet<String>();
        if (!Objects.equals(name, before.name())) {
            different.add("name");
        }
        if (!Objects.equals(emailText(), before.email())) {
            different.add("email");
        }
        if (!Objects.equals(phone, before.phone())) {
            different.add("phone");
        }
        return Set.copyOf(different);
    }

    private static @Nullable String name(@Nullable String given) {
        String name = tidy(given);
        if (name != null && (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl))) {
            throw InvalidContact.name();
        }
        return name;
    }

    private static @Nullable EmailAddress email(@Nullable String given) {
        String text = tidy(given);
        return text == null ? null : EmailAddress.of(text).orElseThrow(InvalidContact::email);
    }

    private static @Nullable String phone(@Nullable String given) {
        String phone = tidy(given);
        if (phone != null && !PHONE.matcher(phone).matches()) {
            throw InvalidContact.phone();
        }
        return phone;
    }

    private static @Nullable String tidy(@Nullable String given) {
        return given == null || given.isBlank() ? null : given.strip();
    }
}
