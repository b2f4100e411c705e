package eu.lethe.compliance.vault;

/** A sealed text was changed, moved to another field or row, or sealed under another key: not a refusal but a fault. */
final class BrokenSeal extends IllegalStateException {
    BrokenSeal(String what, Throwable cause) {
        super("The seal of " + what + " is broken", cause);
    }
}
