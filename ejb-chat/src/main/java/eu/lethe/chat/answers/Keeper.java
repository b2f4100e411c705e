package eu.lethe.chat.answers;

import eu.lethe.chat.conversations.Answer;
import eu.lethe.chat.conversations.MessageState;
import eu.lethe.chat.conversations.Turn;
import eu.lethe.compliance.kernel.Problem;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Stores finished answers, again and again while the database is away: a restart of it must not cost an answer. */
final class Keeper {

    private static final System.Logger LOG = System.getLogger(Keeper.class.getName());
    private static final int TRIES = 6;

    private final BiConsumer<Turn, Answer> store;
    private final Executor workers;
    private final ScheduledExecutorService later;
    private final long firstPauseMillis;

    Keeper(BiConsumer<Turn, Answer> store, Executor workers, ScheduledExecutorService later, long firstPauseMillis) {
        this.store = store;
        this.workers = workers;
        this.later = later;
        this.firstPauseMillis = firstPauseMillis;
    }

    /** @param ended hears the answer as it was stored, or what is left of it if it could not be */
    void keep(Turn turn, Answer answer, Consumer<Answer> ended) {
        keep(turn, answer, ended, 1);
    }

    private void keep(Turn turn, Answer answer, Consumer<Answer> ended, int attempt) {
        try {
            store.accept(turn, answer);
        } catch (Problem refused) {
            ended.accept(erased(answer, refused.code()));
            return;
        } catch (RuntimeException storeIsDown) {
            postpone(turn, answer, ended, attempt, storeIsDown);
            return;
        }
        ended.accept(answer);
    }

    private void postpone(Turn turn, Answer answer, Consumer<Answer> ended, int attempt, RuntimeException cause) {
        if (attempt < TRIES) {
            later.schedule(
                    () -> workers.execute(() -> keep(turn, answer, ended, attempt + 1)),
                    firstPauseMillis << (attempt - 1),
                    TimeUnit.MILLISECONDS);
        } else {
            LOG.log(System.Logger.Level.ERROR, "Answer " + turn.answer() + " could not be stored", cause);
            ended.accept(unkept(answer));
        }
    }

    // Nothing of an answer to a person who was erased meanwhile may be shown or repeated.
    private static Answer erased(Answer answer, String code) {
        return new Answer(
                "",
                MessageState.INTERRUPTED,
                answer.confidence(),
                answer.abstained(),
                List.of(),
                answer.provider(),
                answer.model(),
                answer.phase(),
                List.of(),
                code);
    }

    private static Answer unkept(Answer answer) {
        return new Answer(
                answer.text(),
                answer.state(),
                answer.confidence(),
                answer.abstained(),
                answer.citations(),
                answer.provider(),
                answer.model(),
                answer.phase(),
                answer.followUps(),
                "answer-not-kept");
    }
}
