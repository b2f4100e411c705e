package eu.lethe.compliance.register;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** A store cannot be changed like that. */
@ApplicationException(rollback = true)
public final class InvalidStoreChange extends Problem {

    private InvalidStoreChange(String code, String detail, String field) {
        super(Kind.INVALID, code, detail, field);
    }

    static InvalidStoreChange alwaysOn() {
        return new InvalidStoreChange("store-always-on", "Without this store nothing works: it cannot be off.", "on");
    }

    static InvalidStoreChange country() {
        return new InvalidStoreChange(
                "country-invalid", "A country is two letters (ISO 3166-1), such as FI.", "country");
    }

    static InvalidStoreChange days() {
        return new InvalidStoreChange("days-invalid", "A store outside keeps things for 7 to 720 days.", "days");
    }

    static InvalidStoreChange policyDecides() {
        return new InvalidStoreChange(
                "days-by-policy", "How long this store keeps things is set with the retention periods.", "days");
    }
}
