package eu.lethe.compliance.recipients;

/** A notice did not arrive, or nobody knows whether it did: then it goes again under the same id. */
final class Undelivered extends Exception {

    private final String code;

    /** @param code for the ledger: never what the recipient said */
    Undelivered(String code) {
        super(code);
        this.code = code;
    }

    String code() {
        return code;
    }
}
