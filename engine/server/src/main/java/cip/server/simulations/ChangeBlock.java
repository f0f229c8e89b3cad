package cip.server.simulations;

import cip.core.customer.CustomerId;
import cip.core.simulate.Change;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.InflaterInputStream;

/**
 * Neighbouring customers who change, as one stored text: their number, the names of segments and actions, and for each customer
 * id, four names by their numbers and two values; deflated, then in Base64.
 *
 * @param last id of the last customer in it
 */
record ChangeBlock(int number, String last, String text) {
    /** Customers in a full block. */
    static final int CHANGES = 5_000;

    private static final int LIKELY_BYTES = 48;
    private static final int BUFFER = 16_384;

    static ChangeBlock of(int number, List<Change> changes) {
        String last = changes.get(changes.size() - 1).customer().value();
        return new ChangeBlock(number, last, Base64.getEncoder().encodeToString(deflated(written(changes))));
    }

    private static byte[] written(List<Change> changes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(LIKELY_BYTES * changes.size());
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            write(changes, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** All at once: given value by value, deflating takes ten times as long. */
    private static byte[] deflated(byte[] bytes) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 2);
            byte[] buffer = new byte[BUFFER];
            deflater.setInput(bytes);
            deflater.finish();
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static void write(List<Change> changes, DataOutputStream out) throws IOException {
        Map<String, Integer> names = new LinkedHashMap<>();
        for (Change change : changes) {
            for (String name : names(change)) {
                names.putIfAbsent(name, names.size());
            }
        }
        out.writeInt(changes.size());
        out.writeInt(names.size());
        for (String name : names.keySet()) {
            out.writeUTF(name);
        }
        for (Change change : changes) {
            out.writeUTF(change.customer().value());
            for (String name : names(change)) {
                out.writeShort(names.getOrDefault(name, 0));
            }
            out.writeDouble(change.valueBefore());
            out.writeDouble(change.valueAfter());
        }
    }

    private static List<String> names(Change change) {
        return List.of(change.segmentBefore(), change.segmentAfter(), change.actionBefore(), change.actionAfter());
    }

    /** The customers of a stored text, in the order of their ids. */
    static List<Change> read(String text) {
        byte[] bytes = Base64.getDecoder().decode(text);
        try (DataInputStream in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
            int size = in.readInt();
            String[] names = new String[in.readInt()];
            for (int i = 0; i < names.length; i++) {
                names[i] = in.readUTF();
            }
            List<Change> changes = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                changes.add(new Change(
                        new CustomerId(in.readUTF()),
                        names[in.readUnsignedShort()],
                        names[in.readUnsignedShort()],
                        names[in.readUnsignedShort()],
                        names[in.readUnsignedShort()],
                        in.readDouble(),
                        in.readDouble()));
            }
            return changes;
        } catch (IOException e) {
            throw new IllegalStateException("The customers of a simulation are stored as something else.", e);
        }
    }
}
