package eu.lethe.chat.answers;

import eu.lethe.chat.redaction.Redaction;

/** What a model says on its way to the visitor: citations checked, the visitor's own data put back, no blank before it. */
final class Speech {

    private final CitationMarks marks;
    private final Redaction.Showing showing;
    private boolean begun;

    Speech(Redaction redaction, int passages) {
        this.marks = new CitationMarks(passages);
        this.showing = redaction.showing();
    }

    String next(String piece) {
        return begin(showing.next(marks.next(piece)));
    }

    String rest() {
        return begin(showing.next(marks.rest()) + showing.rest()).stripTrailing();
    }

    CitationMarks marks() {
        return marks;
    }

    private String begin(String text) {
        String shown = begun ? text : text.stripLeading();
        begun |= !shown.isEmpty();
        return shown;
    }
}
