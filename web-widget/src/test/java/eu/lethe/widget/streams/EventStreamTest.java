package eu.lethe.widget.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class EventStreamTest {

    private final MovingClock clock = new MovingClock();
    private final Connection connection = new Connection(clock);
    private final EventStream stream = connection.stream;

    @Test
    void writesNothingBeforeTheContainerIsAsked() {
        send("early");
        assertThat(connection.text()).isEmpty();
        stream.open();
        assertThat(connection.text()).isEqualTo("early");
    }

    @Test
    void keepsTheOrderWhileTheReaderStalls() throws IOException {
        stream.open();
        connection.stalled = true;
        send("one ");
        send("two ");
        assertThat(connection.text()).isEmpty();
        connection.readsAgain();
        send("three");
        assertThat(connection.text()).isEqualTo("one two three");
    }

    @Test
    void asksTheSenderToWaitUntilTheQueueDrains() throws IOException {
        stream.open();
        connection.stalled = true;
        send("x".repeat(100_000));
        var room = stream.room().toCompletableFuture();
        assertThat(room).isNotDone();
        connection.readsAgain();
        assertThat(room).isCompleted();
    }

    @Test
    void dropsAReaderWhoseQueueIsFull() {
        stream.open();
        connection.stalled = true;
        send("x".repeat(EventStream.CAPACITY));
        assertThat(stream.isOpen()).isTrue();
        var room = stream.room().toCompletableFuture();
        send("y");
        assertThat(stream.isOpen()).isFalse();
        assertThat(connection.completed).isTrue();
        assertThat(room).as("nobody waits for a reader who is gone").isCompleted();
    }

    @Test
    void noticesAReaderWhoHungUp() {
        stream.open();
        connection.hungUp = true;
        send("x");
        assertThat(stream.isOpen()).isFalse();
    }

    @Test
    void endsOnlyAfterEverythingIsWritten() throws IOException {
        stream.open();
        connection.stalled = true;
        send("last words");
        stream.end();
        stream.flow();
        assertThat(connection.completed).isFalse();
        connection.readsAgain();
        assertThat(connection.text()).isEqualTo("last words");
        assertThat(connection.completed).isTrue();
    }

    @Test
    void knowsSinceWhenTheReaderTakesNothing() {
        stream.open();
        connection.stalled = true;
        long before = clock.millis();
        clock.forward(Duration.ofSeconds(5));
        assertThat(stream.movedAt()).as("nothing waits").isEqualTo(clock.millis());
        send("x");
        clock.forward(Duration.ofSeconds(40));
        assertThat(clock.millis() - stream.movedAt()).isEqualTo(clock.millis() - before);
    }

    private void send(String text) {
        stream.put(text.getBytes(StandardCharsets.UTF_8));
        stream.flow();
    }
}
