package eu.lethe.compliance.recipients;

/** Which copies are still with a recipient, as SQL over a disclosure {@code d} and its recipient {@code r} at {@code ?2}. */
final class KeptOutside {

    /** Written down as sent, and not yet dropped by the recipient itself. */
    static final String NOW = " d.state <> 'FAILED' and (coalesce(d.retention_days, r.retention_days) is null"
            + " or d.sent_at + make_interval(days => coalesce(d.retention_days, r.retention_days)) > ?2)";

    private static final String ABOUT =
            " from compliance.disclosure d join compliance.recipient r on r.id = d.recipient_id"
                    + " where d.account_id = ?1 and d.subject_id = any (cast(?3 as uuid[])) and" + NOW;

    static final String COUNT_AT_MODELS = "select count(*)" + ABOUT + " and r.category = 'MODEL_PROVIDER'";
    static final String COUNT_AT_OTHERS = "select count(*)" + ABOUT + " and r.category <> 'MODEL_PROVIDER'";
    static final String PEOPLE_AT_OTHERS =
            "select distinct d.subject_id" + ABOUT + " and r.category <> 'MODEL_PROVIDER'";

    /** Whoever has receipts that go by themselves, since nobody has anything any more. */
    static final String PEOPLE_WITH_MORE =
            "select distinct d.subject_id from compliance.disclosure d join compliance.recipient r on r.id = d.recipient_id"
                    + " where d.account_id = ?1 and d.subject_id = any (cast(?3 as uuid[])) and not (" + NOW + ")";

    private KeptOutside() {}
}
