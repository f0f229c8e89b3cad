package cip.server.models;

import cip.core.hash.Sha256;
import cip.spi.FeatureColumn;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureColumn.TextColumn;
import cip.spi.TrainingData;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;

/** A fingerprint of training data: names, values, target, groups and marks, in their order, to the bit. */
final class DataHash {
    private DataHash() {}

    /** SHA-256, 64 hexadecimal digits. */
    static String of(TrainingData data) {
        MessageDigest digest = Sha256.digest();
        try (DataOutputStream out =
                new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest))) {
            write(data, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Sha256.hex(digest);
    }

    private static void write(TrainingData data, DataOutputStream out) throws IOException {
        out.writeInt(data.features().rows());
        for (FeatureColumn column : data.features().columns()) {
            out.writeUTF(column.name());
            if (column instanceof NumberColumn numbers) {
                for (double value : numbers.values()) {
                    out.writeDouble(value);
                }
            } else if (column instanceof TextColumn texts) {
                for (String value : texts.values()) {
                    out.writeBoolean(value != null);
                    out.writeUTF(value == null ? "" : value);
                }
            }
        }
        for (double value : data.target()) {
            out.writeDouble(value);
        }
        for (int row = 0; row < data.features().rows(); row++) {
            out.writeInt(data.groups()[row]);
            out.writeBoolean(data.measured()[row]);
        }
    }
}
