package eu.lethe.dashboard.pages;

import eu.lethe.chat.knowledge.KnowledgeBase.SourceView;
import eu.lethe.chat.knowledge.SourceState;

/** How far a source is, for bars and for knowing when to stop looking. */
final class Knowing {

    private Knowing() {}

    static boolean isRunning(SourceView source) {
        return source.state() == SourceState.WAITING || source.state() == SourceState.SYNCING;
    }

    /** Percent of the documents found so far that are dealt with. */
    static int progress(SourceView source) {
        if (source.documents() == 0) {
            return isRunning(source) ? 0 : 100;
        }
        return Math.min(100, (source.indexed() + source.refused()) * 100 / source.documents());
    }
}
