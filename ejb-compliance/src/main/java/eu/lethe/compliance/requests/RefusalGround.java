package eu.lethe.compliance.requests;

import static eu.lethe.compliance.requests.RequestKind.ACCESS;
import static eu.lethe.compliance.requests.RequestKind.ERASURE;
import static eu.lethe.compliance.requests.RequestKind.HUMAN_REVIEW;
import static eu.lethe.compliance.requests.RequestKind.OBJECTION;
import static eu.lethe.compliance.requests.RequestKind.PORTABILITY;
import static eu.lethe.compliance.requests.RequestKind.RECTIFICATION;
import static eu.lethe.compliance.requests.RequestKind.RESTRICTION;
import static eu.lethe.compliance.requests.RequestKind.WITHDRAWAL;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Why a request may be refused: only what the GDPR names, and only for the rights it names it for. */
public enum RefusalGround {
    IDENTITY_NOT_PROVEN("12(2)", EnumSet.allOf(RequestKind.class)),
    MANIFESTLY_UNFOUNDED("12(5)", EnumSet.complementOf(EnumSet.of(WITHDRAWAL))),
    EXCESSIVE("12(5)", EnumSet.complementOf(EnumSet.of(WITHDRAWAL))),
    RIGHTS_OF_OTHERS("15(4), 20(4)", EnumSet.of(ACCESS, PORTABILITY)),
    DATA_ACCURATE("16", EnumSet.of(RECTIFICATION)),
    STILL_NEEDED("17(1)", EnumSet.of(ERASURE)),
    FREEDOM_OF_EXPRESSION("17(3)(a)", EnumSet.of(ERASURE)),
    LEGAL_OBLIGATION("17(3)(b)", EnumSet.of(ERASURE)),
    ARCHIVING("17(3)(d)", EnumSet.of(ERASURE)),
    LEGAL_CLAIMS("17(3)(e), 21(1)", EnumSet.of(ERASURE, OBJECTION)),
    NO_GROUND_TO_RESTRICT("18(1)", EnumSet.of(RESTRICTION)),
    NEITHER_CONSENT_NOR_CONTRACT("20(1)(a)", EnumSet.of(PORTABILITY)),
    OVERRIDING_GROUNDS("21(1)", EnumSet.of(OBJECTION)),
    NO_AUTOMATED_DECISION("22(1)", EnumSet.of(HUMAN_REVIEW)),
    NOT_BASED_ON_CONSENT("7(3)", EnumSet.of(WITHDRAWAL));

    private final String article;
    private final Set<RequestKind> kinds;

    RefusalGround(String article, Set<RequestKind> kinds) {
        this.article = article;
        this.kinds = kinds;
    }

    public String article() {
        return article;
    }

    /** What the law says it for, of a request of this kind. */
    String article(RequestKind kind) {
        if (this == LEGAL_CLAIMS) {
            return kind == OBJECTION ? "21(1)" : "17(3)(e)";
        }
        return article;
    }

    public boolean isFor(RequestKind kind) {
        return kinds.contains(kind);
    }

    /** The grounds a request of this kind may be refused on. */
    public static List<RefusalGround> of(RequestKind kind) {
        return Stream.of(values()).filter(ground -> ground.isFor(kind)).toList();
    }
}
