package eu.lethe.compliance.requests;

/** What became of a request that was carried out. */
public enum Outcome {
    FULFILLED,
    /** Something is kept because a law says so. */
    PARTLY,
    /** Nothing is known about the person. */
    NOTHING_HELD
}
