package eu.lethe.compliance.requests;

/** How a request reached the company. */
public enum Channel {
    /** The visitor, in the widget. */
    WIDGET,
    /** A member wrote it down for somebody. */
    DESK,
    /** Another program of the company. */
    API,
    /** Somebody who proves an e-mail address with a code. */
    EMAIL
}
