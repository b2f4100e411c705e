package eu.lethe.compliance.vault;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;

/** Keys from a key store and a vault of the test's own, for tests of what is made with them. */
public final class RealKeys {

    private RealKeys() {}

    public static KeyRing in(Path folder) {
        try {
            VaultRows.clear();
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
        var ring = new KeyRing();
        ring.holder = new VaultNode(folder.resolve("lethe.p12"), "a password", Clock.systemUTC()).holder();
        return ring;
    }
}
