package eu.lethe.compliance.erasure;

/** What the operator's backups of the databases mean for somebody who was forgotten (set by the operator, stated as such). */
public enum BackupLevel {
    /** Vault and key store are backed up apart from the data and only in their latest state: old data cannot be read any more. */
    CRYPTO,
    /** Keys and data are in one backup: a restore is noticed and the erasures are done again before anybody gets in. */
    REPLAY,
    /** No backups are kept. */
    NONE,
    /** Nobody has said: nothing is known of backups. */
    UNDECLARED
}
