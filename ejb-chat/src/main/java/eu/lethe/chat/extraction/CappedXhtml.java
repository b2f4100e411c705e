package eu.lethe.chat.extraction;

import org.apache.tika.sax.ToHTMLContentHandler;
import org.xml.sax.SAXException;

/** Collects a parser's output up to a limit, and stops the parser when its thread is interrupted. */
final class CappedXhtml extends ToHTMLContentHandler {

    private final int limit;
    private int written;

    CappedXhtml(int limit) {
        this.limit = limit;
    }

    @Override
    public void characters(char[] text, int start, int length) throws SAXException {
        written += length;
        if (written > limit) {
            throw new TooMuch();
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new SAXException("interrupted");
        }
        super.characters(text, start, length);
    }

    static final class TooMuch extends SAXException {
        TooMuch() {
            super("more text than is read from one file");
        }
    }
}
