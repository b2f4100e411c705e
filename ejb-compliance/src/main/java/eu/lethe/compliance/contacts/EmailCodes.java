package eu.lethe.compliance.contacts;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.vault.KeyRing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;

/**
 * The blind index: a keyed code of an address, by which rows about it are found without the address standing in them. Codes of one
 * account say nothing about another's.
 */
@ApplicationScoped
public class EmailCodes {

    private static final String PURPOSE = "email-index";

    @Inject
    KeyRing keys;

    /** 32 bytes. */
    public byte[] of(AccountId account, EmailAddress address) {
        return keys.mac(PURPOSE, (account + "|" + address.comparable()).getBytes(StandardCharsets.UTF_8));
    }
}
