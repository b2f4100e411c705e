package eu.lethe.chat.knowledge;

/** What a source has become so far, counted from its documents. */
record SourceFigures(int documents, int indexed, int refused, int passages) {

    static final SourceFigures NONE = new SourceFigures(0, 0, 0, 0);
}
