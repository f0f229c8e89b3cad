package cip.server.audiences;

import java.text.Normalizer;
import java.time.ZoneOffset;
import java.util.Locale;

/** What a downloaded file is called: the audience's name in plain letters, the day it was asked for, part of its id. */
final class FileName {
    private static final int LONGEST_NAME = 60;
    private static final int ID_DIGITS = 8;

    private FileName() {}

    static String of(String audience, Export export, String extension) {
        String plain = Normalizer.normalize(audience, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9\\p{M}]+", "-")
                .replaceAll("[^a-z0-9-]", "")
                .replaceAll("^-+", "");
        String name = plain.substring(0, Math.min(LONGEST_NAME, plain.length())).replaceAll("-+$", "");
        String id = export.id().replace("-", "");
        return (name.isEmpty() ? "audience" : name) + "-"
                + export.createdAt().atOffset(ZoneOffset.UTC).toLocalDate() + "-"
                + id.substring(id.length() - ID_DIGITS) + "." + extension;
    }
}
