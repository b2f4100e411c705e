package eu.lethe.chat.answers;

import eu.lethe.chat.conversations.Answer;
import eu.lethe.chat.conversations.Citation;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A visitor's side that keeps what it hears, in order. */
final class Listener implements AnswerSink {

    final List<String> pieces = new CopyOnWriteArrayList<>();
    final List<List<Citation>> citations = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Answer> end = new CompletableFuture<>();
    private final Function<String, CompletionStage<?>> pace;

    Listener() {
        this(piece -> CompletableFuture.completedStage(null));
    }

    Listener(Function<String, CompletionStage<?>> pace) {
        this.pace = pace;
    }

    @Override
    public void citations(List<Citation> announced) {
        if (!pieces.isEmpty()) {
            throw new AssertionError("Citations after the first piece");
        }
        citations.add(announced);
    }

    @Override
    public CompletionStage<?> delta(String text) {
        if (end.isDone()) {
            throw new AssertionError("A piece after the end");
        }
        pieces.add(text);
        return pace.apply(text);
    }

    @Override
    public void ended(Answer answer) {
        if (!end.complete(answer)) {
            throw new AssertionError("A second end");
        }
    }

    Answer answer() {
        return end.orTimeout(20, TimeUnit.SECONDS).join();
    }

    String text() {
        return String.join("", pieces);
    }
}
