package eu.lethe.chat.search;

import eu.lethe.chat.index.IndexUnavailable;
import eu.lethe.chat.index.TranscriptIndex;
import eu.lethe.compliance.kernel.Caller;
import eu.lethe.compliance.personaldata.StoreSettings;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Finds conversations by what was said in them, for members of an account that has turned the store on. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TranscriptSearch {

    private static final int MOST = 1000;

    @Inject
    StoreSettings settings;

    @Inject
    TranscriptIndex index;

    /** Whether texts were searched. */
    public enum State {
        /** The account has not turned the store on. */
        OFF,
        SEARCHED,
        /** The index does not answer right now. */
        AWAY
    }

    /** @param conversations those that match, the latest first, at most a thousand */
    public record Found(State state, List<UUID> conversations) {}

    public boolean isOn(Caller caller) {
        return settings.isOn(caller.account(), SearchData.NAME);
    }

    /** All words in one message; "a phrase" and a begin* are understood. */
    public Found conversations(Caller caller, String words) {
        if (!isOn(caller)) {
            return new Found(State.OFF, List.of());
        }
        try {
            return new Found(State.SEARCHED, index.conversations(caller.account(), words, MOST));
        } catch (IndexUnavailable away) {
            return new Found(State.AWAY, List.of());
        }
    }
}
