package eu.lethe.compliance.kernel;

import java.util.UUID;

/** Names one account, the controller whose data a row is and the unit of isolation. */
public record AccountId(UUID value) implements HasAccount {

    public static AccountId random() {
        return new AccountId(UUID.randomUUID());
    }

    @Override
    public AccountId account() {
        return this;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
