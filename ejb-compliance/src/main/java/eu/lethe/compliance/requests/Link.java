package eu.lethe.compliance.requests;

/** How it is known that a request is about a visitor. */
enum Link {
    /** The visitor filed it, or it names the visitor. */
    NAMED,
    /** The visitor has left the address that was proved; so may have anybody else, and nobody asked them for a proof. */
    FOUND_BY_ADDRESS
}
