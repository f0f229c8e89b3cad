package cip.server.shadows;

import cip.core.customer.CustomerId;
import cip.core.customer.CustomerSample;
import cip.core.decide.CustomerBase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * What champion and shadow gave some customers in one run, to be compared with what they do later. Of a large base it is about
 * 20,000 customers, chosen by a hash of their ids.
 */
record KeptScores(Map<CustomerId, Both> byCustomer) {
    private static final long MOST_CUSTOMERS = 20_000;

    /** Both finite. */
    record Both(double champion, double shadow) {}

    KeptScores {
        byCustomer = Collections.unmodifiableMap(new LinkedHashMap<>(byCustomer));
    }

    /** Without customers whom either model could not score. @param champion row by row @param shadow row by row */
    static KeptScores of(CustomerBase base, double[] champion, double[] shadow) {
        CustomerSample sample =
                new CustomerSample("", Math.max(1, (base.size() + MOST_CUSTOMERS - 1) / MOST_CUSTOMERS));
        Map<CustomerId, Both> kept = new LinkedHashMap<>();
        for (int row = 0; row < base.size(); row++) {
            if (sample.has(base.id(row)) && Double.isFinite(champion[row]) && Double.isFinite(shadow[row])) {
                kept.put(base.id(row), new Both(champion[row], shadow[row]));
            }
        }
        return new KeptScores(kept);
    }

    /** As stored: ids and scores, deflated, then in Base64. */
    String text() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
            out.writeInt(byCustomer.size());
            for (Map.Entry<CustomerId, Both> entry : byCustomer.entrySet()) {
                out.writeUTF(entry.getKey().value());
                out.writeDouble(entry.getValue().champion());
                out.writeDouble(entry.getValue().shadow());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    static KeptScores read(String text) {
        byte[] bytes = Base64.getDecoder().decode(text);
        try (DataInputStream in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
            int size = in.readInt();
            Map<CustomerId, Both> kept = new LinkedHashMap<>();
            for (int i = 0; i < size; i++) {
                kept.put(new CustomerId(in.readUTF()), new Both(in.readDouble(), in.readDouble()));
            }
            return new KeptScores(kept);
        } catch (IOException e) {
            throw new IllegalStateException("The scores of a shadow are stored as something else.", e);
        }
    }
}
