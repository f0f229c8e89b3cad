package cip.server.wiring;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that is done again and again on one thread. A failure does not end it, and is told once, however often it is the same:
 * work that looks every two seconds would otherwise fill the log while the database is away.
 */
final class RepeatedWork implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(RepeatedWork.class);

    private final String name;
    private final Runnable work;
    private String failure = "";

    RepeatedWork(String name, Runnable work) {
        this.name = name;
        this.work = work;
    }

    @Override
    public void run() {
        try {
            work.run();
            if (!failure.isEmpty()) {
                LOG.info("The work {} goes on.", name);
            }
            failure = "";
        } catch (RuntimeException e) {
            if (e.toString().equals(failure)) {
                LOG.debug("The work {} still fails.", name, e);
            } else {
                LOG.error("The work {} failed; the next turn tries again.", name, e);
            }
            failure = e.toString();
        }
    }
}
