package eu.lethe.compliance.kernel;

/** What a member may do in an account. */
public enum Role {
    OWNER,
    ADMIN,
    EDITOR,
    AGENT,
    DPO,
    VIEWER,
    AUDITOR
}
