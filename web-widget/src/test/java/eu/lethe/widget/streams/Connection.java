package eu.lethe.widget.streams;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/** The container's side of a connection, with a reader that reads, stalls or hangs up. */
final class Connection extends ServletOutputStream {

    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    boolean stalled;
    boolean hungUp;
    boolean completed;

    private final AsyncContext exchange = (AsyncContext) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {AsyncContext.class}, (it, method, args) -> {
                completed = completed || method.getName().equals("complete");
                return null;
            });

    final EventStream stream;

    Connection(Clock clock) {
        stream = new EventStream(exchange, this, clock);
    }

    Connection opened() {
        stream.open();
        return this;
    }

    void readsAgain() throws IOException {
        stalled = false;
        stream.onWritePossible();
    }

    String text() {
        return received.toString(StandardCharsets.UTF_8);
    }

    @Override
    public boolean isReady() {
        return !stalled;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
        try {
            listener.onWritePossible();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void write(int value) throws IOException {
        if (hungUp) {
            throw new IOException("connection reset");
        }
        received.write(value);
    }
}
