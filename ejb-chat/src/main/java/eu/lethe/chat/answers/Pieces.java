package eu.lethe.chat.answers;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says a text that is already whole in a few words at a time, waiting for nobody but the listener and blocking no thread. */
final class Pieces {

    private static final Pattern PIECE = Pattern.compile("(?:\\s*\\S+){1,6}\\s*");

    private final Iterator<String> pieces;
    private final Function<String, CompletionStage<?>> say;
    private final Runnable whenSaid;

    Pieces(String text, Function<String, CompletionStage<?>> say, Runnable whenSaid) {
        this.pieces = split(text).iterator();
        this.say = say;
        this.whenSaid = whenSaid;
    }

    void next() {
        while (pieces.hasNext()) {
            CompletableFuture<?> taken = say.apply(pieces.next()).toCompletableFuture();
            if (!taken.isDone()) {
                taken.thenRun(this::next);
                return;
            }
        }
        whenSaid.run();
    }

    private static List<String> split(String text) {
        var pieces = new ArrayList<String>();
        for (Matcher piece = PIECE.matcher(text); piece.find(); ) {
            pieces.add(piece.group());
        }
        return pieces;
    }
}
