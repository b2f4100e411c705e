package eu.lethe.compliance.proof;

import java.util.Locale;

/** A document, a log or a code does not hold what it claims. Says where, and nothing that could be mistaken for a proof. */
public final class BrokenProof extends RuntimeException {

    /** What does not hold; the verifier's texts are named after it. */
    public enum Flaw {
        NOT_JSON,
        NOT_CANONICAL,
        NOT_SIGNED,
        WRONG_KEY_ID,
        WRONG_KEY,
        WRONG_SIGNATURE,
        WRONG_CODE,
        NOT_A_CERTIFICATE,
        NOT_A_LOG,
        WRONG_FILE_DIGEST,
        BLOCK_MISSING,
        EVENTS_CHANGED,
        NOT_UNDER_SEAL,
        SEAL_OUT_OF_ORDER,
        LOG_CUT_OFF
    }

    private final Flaw flaw;
    private final String where;

    public BrokenProof(Flaw flaw, String where) {
        super(flaw.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": " + where);
        this.flaw = flaw;
        this.where = where;
    }

    public Flaw flaw() {
        return flaw;
    }

    public String where() {
        return where;
    }
}
