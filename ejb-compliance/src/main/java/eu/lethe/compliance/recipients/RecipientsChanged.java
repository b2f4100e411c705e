package eu.lethe.compliance.recipients;

import eu.lethe.compliance.kernel.AccountId;

/** Fired within the transaction that changes an account's recipients; observe it after success. */
public record RecipientsChanged(AccountId account) {}
