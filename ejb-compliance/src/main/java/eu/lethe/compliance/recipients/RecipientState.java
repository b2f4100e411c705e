package eu.lethe.compliance.recipients;

/** How far a recipient has come (SEED-C12). Only an active one may be given anything. */
public enum RecipientState {
    DRAFT,
    /** Made known; active once the notice period has passed without an objection, or when the controller agrees. */
    ANNOUNCED,
    ACTIVE,
    ENDED
}
