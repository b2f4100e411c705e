package eu.lethe.compliance.accounts;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.NotPersonal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A controller: the company whose visitors chat, and the unit of isolation. */
@Entity
@Table(schema = "compliance", name = "account")
class Account {

    private static final int LONGEST_NAME = 200;

    @Id
    @NotPersonal
    private UUID id;

    @NotPersonal
    private String name;

    @NotPersonal
    @Column(name = "set_up_at")
    private @Nullable Instant setUpAt;

    @NotPersonal
    @Column(name = "created_at")
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Account() {}

    private Account(UUID id, String name, Instant createdAt) {
        this.id = id;
        this.name = name;
        this.createdAt = createdAt;
    }

    static Account openedAs(String name, Instant now) {
        return new Account(UUID.randomUUID(), nameFrom(name), now);
    }

    void rename(String newName) {
        name = nameFrom(newName);
    }

    /** Ends the first-run set-up; a second time changes nothing. */
    void finishSetUp(Instant now) {
        if (setUpAt == null) {
            setUpAt = now;
        }
    }

    AccountId id() {
        return new AccountId(id);
    }

    Accounts.AccountView view() {
        return new Accounts.AccountView(id(), name, setUpAt != null);
    }

    private static String nameFrom(String name) {
        String stripped = name.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST_NAME) {
            throw new InvalidAccount("name", "account-name-invalid", "Give the company a name of 1 to 200 characters.");
        }
        return stripped;
    }
}
