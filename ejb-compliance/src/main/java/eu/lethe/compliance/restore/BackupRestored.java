package eu.lethe.compliance.restore;

/**
 * Everybody who was forgotten since a restored backup is forgotten again, and nobody is let in yet: whoever keeps a projection of
 * the database with personal data drops it and has it made again. An observer that fails is called again.
 */
public record BackupRestored() {}
