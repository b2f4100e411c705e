package eu.lethe.widget.privacy;

import eu.lethe.compliance.erasure.Kept;
import eu.lethe.compliance.requests.SubjectRequests.Erased;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a person gets for an erasure, once. */
public record ErasureView(UUID request, List<Certified> erased) {

    /**
     * @param certificateUrl from the root of this server; there is something to see as soon as the erasure is verified
     * @param kept the laws that demand something to be kept, and until when
     */
    public record Certified(
            UUID certificate,
            String certificateUrl,
            @Nullable String receiptCode,
            List<Kept> kept) {

        static Certified of(Erased erased) {
            return new Certified(
                    erased.certificate(), "/certificates/" + erased.certificate(), erased.code(), erased.kept());
        }
    }

    static List<Certified> of(List<Erased> erased) {
        return erased.stream().map(Certified::of).toList();
    }
}
