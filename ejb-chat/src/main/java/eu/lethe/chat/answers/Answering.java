package eu.lethe.chat.answers;

import eu.lethe.chat.conversations.Answer;
import eu.lethe.chat.conversations.MessageState;
import eu.lethe.chat.extracts.Extract;
import eu.lethe.chat.extracts.Extract.Verdict;
import eu.lethe.chat.llm.LanguageModel;
import eu.lethe.chat.llm.ModelChoice;
import eu.lethe.chat.redaction.Redaction;
import eu.lethe.chat.retrieval.Findings;
import eu.lethe.chat.sites.SiteSettings;
import eu.lethe.compliance.kernel.Problem;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One reply from the question to the last word. Everything that changes it runs one step at a time, so that what the visitor
 * read and what is kept are the same text, whoever ends it: the model, the visitor, or an erasure.
 */
final class Answering implements Reply {

    private static final System.Logger LOG = System.getLogger(Answering.class.getName());

    private final Asked asked;
    private final AnswerSink sink;
    private final Steps steps;
    private final BiConsumer<Answering, Answer> keep;
    private final Draft draft;
    private final OneAtATime turn = new OneAtATime();
    private final Redaction redaction = new Redaction();
    private final StringBuilder said = new StringBuilder();
    private LanguageModel.@Nullable Generation generation;
    private @Nullable Speech speech;
    private boolean over;
    private volatile @Nullable Findings found;

    /** @param keep takes the finished answer, on a worker's thread, and tells the sink */
    Answering(Asked asked, AnswerSink sink, Steps steps, BiConsumer<Answering, Answer> keep) {
        this.asked = asked;
        this.sink = sink;
        this.steps = steps;
        this.keep = keep;
        this.draft = new Draft(asked);
    }

    @Override
    public void stop() {
        turn.run(() -> finish(MessageState.STOPPED));
    }

    @Override
    public void abandon() {
        interrupt("visitor-gone");
    }

    /** Ends it because the person is being erased; whether anything of it may be kept, the store decides. */
    void forget() {
        interrupt("subject-gone");
    }

    Optional<Findings> found() {
        return Optional.ofNullable(found);
    }

    /** Looks things up, on a worker's thread, and starts to speak. */
    void begin() {
        guarded(() -> {
            if (asked.restricted()) {
                decline();
                return;
            }
            Optional<SmallTalk.Heard> talk = SmallTalk.in(asked.text(), asked.language());
            if (talk.isPresent()) {
                chat(talk.get());
            } else {
                answer();
            }
        });
    }

    private void guarded(Runnable step) {
        try {
            step.run();
        } catch (Problem problem) {
            apologise(problem.code());
        } catch (RuntimeException | LinkageError unforeseen) {
            // The visitor waits for an end, whatever went wrong; an executor would swallow it.
            LOG.log(System.Logger.Level.ERROR, "Answer " + asked.answer() + " failed", unforeseen);
            apologise("internal");
        }
    }

    private void chat(SmallTalk.Heard heard) {
        turn.run(() -> draft.chats(heard.kind()));
        speak(phrase(heard.kind().key(), heard.language(), heard.kind() == SmallTalk.Kind.HUMAN));
    }

    // What was asked is stored and nothing more is done with it: not looked up, not sent to a model.
    private void decline() {
        turn.run(() -> draft.fails("processing-restricted"));
        speak(phrase("restricted", asked.language(), true));
    }

    private void answer() {
        String question = Context.standalone(asked.text(), asked.history(), asked.language());
        String searched = Redaction.without(question);
        Findings findings = steps.find().apply(asked, searched);
        found = findings;
        Extract extract = steps.extract().apply(searched, findings);
        if (findings.passages().isEmpty() || extract.verdict() == Verdict.ABSTAIN) {
            turn.run(() -> draft.abstains(extract.confidence()));
            speak(phrase("unknown", languageOf(findings), true));
            return;
        }
        ModelChoice choice = steps.model().apply(asked.account());
        Optional<LanguageModel> model = choice.model();
        if (model.isPresent()) {
            generate(model.get(), choice, findings, extract);
        } else {
            choice.refusal().ifPresent(code -> turn.run(() -> draft.fails(code)));
            quote(findings, extract);
        }
    }

    private void generate(LanguageModel model, ModelChoice choice, Findings findings, Extract extract) {
        String site = site().map(SiteSettings::name).orElse("this company");
        var prompt = Prompts.write(asked, findings, site, redaction);
        turn.run(() -> {
            if (!over) {
                draft.generates(model.provider(), model.name(), extract.confidence(), findings);
                draft.sends(choice.egress(Prompts.fieldsOf(prompt), redaction.count()));
                speech = new Speech(redaction, findings.passages().size());
                generation = model.generate(prompt, new Listener(findings, extract));
            }
        });
    }

    private void quote(Findings findings, Extract extract) {
        turn.run(() -> {
            if (!over) {
                draft.extracts(extract, findings);
                sink.citations(extract.citations());
            }
        });
        boolean sure = extract.verdict() == Verdict.ANSWER;
        speak(sure ? extract.text() : phrase("unsure", languageOf(findings), false) + "\n\n" + extract.text());
    }

    private void apologise(String code) {
        turn.run(() -> {
            draft.fails(code);
            draft.abstains(0);
        });
        String sentence;
        try {
            sentence = phrase("unavailable", asked.language(), true);
        } catch (RuntimeException storeIsDownToo) {
            sentence = Phrases.in(asked.language()).say("unavailable", "");
        }
        speak(sentence);
    }

    private String languageOf(Findings findings) {
        return Phrases.speaks(findings.language()) ? findings.language() : asked.language();
    }

    private String phrase(String key, String language, boolean offersContact) {
        Optional<SiteSettings> site = site();
        String name = site.map(SiteSettings::name).orElse("this website");
        Phrases phrases = Phrases.in(language);
        return offersContact
                ? phrases.withContact(
                        key, name, site.map(SiteSettings::contactUrl).orElse(null))
                : phrases.say(key, name);
    }

    private Optional<SiteSettings> site() {
        return steps.site().apply(asked);
    }

    /** Says a text that is known whole, as fast as the visitor's side takes it. */
    private void speak(String text) {
        new Pieces(text, piece -> say(() -> piece), () -> turn.run(() -> finish(MessageState.COMPLETE))).next();
    }

    /** Says a piece; the stage completes when the next may follow, and at once when nobody listens any more. */
    private CompletionStage<?> say(Supplier<String> next) {
        var taken = new CompletableFuture<@Nullable Void>();
        turn.run(() -> {
            String piece = over ? "" : next.get();
            if (piece.isEmpty()) {
                taken.complete(null);
                return;
            }
            if (speech != null && said.isEmpty()) {
                sink.citations(draft.citations());
            }
            said.append(piece);
            pass(piece).whenComplete((done, lost) -> {
                if (lost != null) {
                    interrupt("visitor-gone");
                }
                taken.complete(null);
            });
        });
        return taken;
    }

    private CompletionStage<?> pass(String piece) {
        try {
            return sink.delta(piece);
        } catch (RuntimeException gone) {
            return CompletableFuture.failedStage(gone);
        }
    }

    private void interrupt(String code) {
        turn.run(() -> {
            if (!over) {
                draft.fails(code);
                finish(MessageState.INTERRUPTED);
            }
        });
    }

    // Only ever called within a turn.
    private void finish(MessageState state) {
        if (over) {
            return;
        }
        over = true;
        var running = generation;
        if (running != null) {
            running.cancel();
        }
        if (speech != null) {
            draft.cites(speech.marks());
        }
        Answer answer = draft.as(said.toString(), state);
        steps.workers().execute(() -> keep.accept(this, answer));
    }

    /** Hears the model. */
    private final class Listener implements LanguageModel.Sink {

        private final Findings findings;
        private final Extract extract;

        private Listener(Findings findings, Extract extract) {
            this.findings = findings;
            this.extract = extract;
        }

        @Override
        public void begun(String requestId) {
            turn.run(() -> draft.wasTakenAs(requestId));
        }

        @Override
        public CompletionStage<?> delta(String text) {
            return say(() -> heard().next(text));
        }

        @Override
        public void ended(LanguageModel.End end) {
            say(() -> heard().rest()).whenComplete((done, failure) -> endAs(MessageState.COMPLETE, null));
        }

        @Override
        public void failed(LanguageModel.Failure failure) {
            endAs(
                    MessageState.INTERRUPTED,
                    failure.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }

        /** Ends what was said; a model that said nothing is stood in for by the passages themselves. */
        private void endAs(MessageState state, @Nullable String failure) {
            turn.run(() -> {
                if (over) {
                    return;
                }
                if (failure != null || said.isEmpty()) {
                    draft.fails("model-" + Objects.requireNonNullElse(failure, "silent"));
                }
                if (said.isEmpty()) {
                    speech = null;
                    steps.workers().execute(() -> guarded(() -> quote(findings, extract)));
                } else {
                    finish(state);
                }
            });
        }

        private Speech heard() {
            return Objects.requireNonNull(speech, "a model speaks before it was asked");
        }
    }
}
