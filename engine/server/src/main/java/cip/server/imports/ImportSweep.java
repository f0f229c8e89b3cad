package cip.server.imports;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes uploaded files and error reports whose time is over, again and again. */
final class ImportSweep implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(ImportSweep.class);

    private final Imports imports;

    ImportSweep(Imports imports) {
        this.imports = imports;
    }

    /** Leaves what it cannot delete now for the next time; a scheduler would stop at an exception. */
    @Override
    public void run() {
        try {
            imports.deleteOld();
        } catch (RuntimeException e) {
            LOG.warn("Old files of imports could not be deleted; trying again later.", e);
        }
    }
}
