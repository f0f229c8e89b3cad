package cip.server.imports;

import cip.core.hash.Sha256;
import java.io.InputStream;
import java.security.DigestInputStream;

/** Bytes on their way, and the hash of those that have passed. */
final class Sha256Stream extends DigestInputStream {
    Sha256Stream(InputStream in) {
        super(in, Sha256.digest());
    }

    /** Of what was read, 64 hexadecimal digits; once. */
    String sha256() {
        return Sha256.hex(getMessageDigest());
    }
}
