package cip.server.audiences;

import cip.core.hash.Sha256;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;

/** Counts and hashes what passes through. For one thread. */
final class MeasuredStream extends FilterOutputStream {
    private final MessageDigest digest;
    private long bytes;

    MeasuredStream(OutputStream out) {
        super(out);
        this.digest = Sha256.digest();
    }

    @Override
    public void write(int b) throws IOException {
        out.write(b);
        digest.update((byte) b);
        bytes++;
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
        out.write(buffer, offset, length);
        digest.update(buffer, offset, length);
        bytes += length;
    }

    long bytes() {
        return bytes;
    }

    /** 64 hexadecimal digits; asked for once, after the last byte. */
    String sha256() {
        return Sha256.hex(digest);
    }
}
