package eu.lethe.compliance.timers;

import jakarta.enterprise.context.ApplicationScoped;

/** Whether this node does anything of its own accord. Closed from the start, until somebody has looked that nothing speaks against it. */
@ApplicationScoped
public class Gate {

    private volatile boolean open;

    public boolean isOpen() {
        return open;
    }

    public void open() {
        open = true;
    }

    public void close() {
        open = false;
    }
}
