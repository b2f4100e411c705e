package eu.lethe.chat.llm;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A sink that keeps what it hears and can be slow about it. */
final class Recorder implements LanguageModel.Sink {

    final List<String> pieces = new CopyOnWriteArrayList<>();
    final CompletableFuture<Object> end = new CompletableFuture<>();
    private final Function<String, CompletionStage<?>> pace;

    Recorder() {
        this(piece -> CompletableFuture.completedStage(null));
    }

    Recorder(Function<String, CompletionStage<?>> pace) {
        this.pace = pace;
    }

    @Override
    public CompletionStage<?> delta(String text) {
        pieces.add(text);
        return pace.apply(text);
    }

    @Override
    public void ended(LanguageModel.End how) {
        assertOnce(how);
    }

    @Override
    public void failed(LanguageModel.Failure failure) {
        assertOnce(failure);
    }

    String text() {
        return String.join("", pieces);
    }

    LanguageModel.End ended() {
        return (LanguageModel.End) end.orTimeout(60, TimeUnit.SECONDS).join();
    }

    LanguageModel.Failure failure() {
        return (LanguageModel.Failure) end.orTimeout(60, TimeUnit.SECONDS).join();
    }

    private void assertOnce(Object how) {
        if (!end.complete(how)) {
            throw new AssertionError("A second end: " + how);
        }
    }
}
