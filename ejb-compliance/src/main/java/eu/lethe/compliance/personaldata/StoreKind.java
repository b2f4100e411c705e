package eu.lethe.compliance.personaldata;

/** What sort of place a store is, and so how it is emptied and checked. */
public enum StoreKind {
    /** Rows of the data database: emptied in transactions. */
    POSTGRESQL,
    /** Documents of the search index. */
    INDEX,
    /** The memory of this node. */
    MEMORY,
    /** Files, logs and temporary files of the server. */
    FILES,
    /** What a recipient outside was sent: a model provider, a mail server, a partner. Told, never emptied by us. */
    RECIPIENT,
    /** The visitor's own browser. */
    BROWSER,
    /** Copies of the databases that the operator keeps. */
    BACKUP
}
