package eu.lethe.compliance.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.lethe.compliance.contacts.Contacts.ContactView;
import eu.lethe.compliance.contacts.Contacts.Correction;
import jakarta.json.bind.JsonbBuilder;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is not named in an amendment stays as it is. */
class AmendmentTest {

    private static final ContactView BEFORE =
            new ContactView("Ada", "ada@example.org", "+49 30 1", Instant.parse("2026-11-10T12:00:00Z"));

    @Test
    void leavesWhatItDoesNotName() {
        assertThat(new Amendment(null, " ", "+49 30 2", Set.of()).appliedTo(BEFORE))
                .isEqualTo(new Correction("Ada", "ada@example.org", "+49 30 2"));
    }

    @Test
    void removesOnlyWhatItSaysIsToBeRemoved() {
        assertThat(new Amendment("Ada L.", null, null, Set.of(ContactField.PHONE)).appliedTo(BEFORE))
                .isEqualTo(new Correction("Ada L.", "ada@example.org", null));
    }

    @Test
    void refusesToSetAndRemoveTheSame() {
        assertThatThrownBy(() -> Contacts.mustBeValid(new Amendment("Ada", null, null, Set.of(ContactField.NAME))))
                .isInstanceOf(InvalidContact.class);
    }

    @Test
    void isReadFromJsonThatRemovesNothing() throws Exception {
        try (var json = JsonbBuilder.create()) {
            var read = json.fromJson("{\"phone\":\"+49 30 2\"}", Amendment.class);
            assertThat(read).isEqualTo(new Amendment(null, null, "+49 30 2", Set.of()));
            var both = new Amendment("Ada", null, null, Set.of(ContactField.EMAIL));
            assertThat(json.fromJson(json.toJson(both), Amendment.class)).isEqualTo(both);
        }
    }
}
