package eu.lethe.widget.streams;

import java.time.Duration;

/**
 * How long is waited for what.
 *
 * @param heartBeat silence after which a comment is sent; it is also how a lost visitor is noticed while the model thinks
 * @param returningVisitor how long a reply goes on with nobody listening
 * @param stalledReader how long a connection may take nothing
 * @param longestAnswer after which a reply is given up
 * @param remembered how long an answer that ended can be resumed from memory
 */
record Patience(
        Duration heartBeat,
        Duration returningVisitor,
        Duration stalledReader,
        Duration longestAnswer,
        Duration remembered) {

    static final Patience USUAL = new Patience(
            Duration.ofMillis(200),
            Duration.ofMillis(200),
            Duration.ofSeconds(30),
            Duration.ofMinutes(5),
            Duration.ofSeconds(60));
}
