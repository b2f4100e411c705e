package eu.lethe.compliance.kernel;

/** Something that belongs to one account and can say which: the first argument of every use case that touches rows. */
public interface HasAccount {
    AccountId account();
}
