package eu.lethe.compliance.requests;

/** Where a request stands. */
public enum RequestState {
    /** Nobody has proved yet to be the person; the clock waits only if they were asked to. */
    IDENTITY,
    /** The company's turn. */
    OPEN,
    /** Being carried out: the last proof is still to come. */
    IN_PROGRESS,
    DONE,
    REFUSED,
    /** Taken back by the person. */
    CANCELLED;

    public boolean isClosed() {
        return this == DONE || this == REFUSED || this == CANCELLED;
    }
}
