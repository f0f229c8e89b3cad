package cip.server.workbooks;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * A spreadsheet that came over HTTP, unzipped in memory within limits. Only its sheets and texts are looked at, and whatever
 * could do something by itself is refused: macros, embedded programs, links to other files, document type declarations.
 */
final class UploadedWorkbook {
    /** Of the file as it is sent. */
    static final int MOST_BYTES = 5 * 1024 * 1024;

    private static final int MOST_UNZIPPED = 30 * 1024 * 1024;
    private static final int MOST_ENTRIES = 200;
    private static final int MOST_SHEETS = 20;
    private static final List<String> REFUSED =
            List.of("xl/externallinks/", "xl/embeddings/", "xl/activex/", "xl/macrosheets/", "xl/dialogsheets/");

    private final Map<String, byte[]> parts;

    private UploadedWorkbook(Map<String, byte[]> parts) {
        this.parts = parts;
    }

    /** @throws EngineException TOO_LARGE or UNREADABLE_FILE naming the limit */
    static UploadedWorkbook read(InputStream file) throws IOException {
        byte[] bytes = file.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new EngineException(ErrorCode.TOO_LARGE, "The spreadsheet has more than the 5 MiB allowed.");
        }
        if (bytes.length < 4 || bytes[0] != 'P' || bytes[1] != 'K') {
            throw unreadable("The file is no .xlsx spreadsheet.\nMaybe it is an older .xls, a .csv, or protected by a"
                    + " password: save it as an Excel workbook (.xlsx).");
        }
        Path kept = Files.createTempFile("table", ".xlsx");
        try {
            Files.write(kept, bytes);
            return new UploadedWorkbook(unzipped(kept));
        } catch (ZipException | IllegalArgumentException broken) {
            throw new EngineException(
                    ErrorCode.UNREADABLE_FILE, "The file cannot be unzipped, so it is no .xlsx spreadsheet.", broken);
        } finally {
            Files.delete(kept);
        }
    }

    private static Map<String, byte[]> unzipped(Path file) throws IOException {
        Map<String, byte[]> parts = new HashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw unreadable("The spreadsheet consists of more than the " + MOST_ENTRIES + " parts allowed.");
            }
            int left = MOST_UNZIPPED;
            for (ZipEntry entry : Collections.list(zip.entries())) {
                requireHarmless(entry.getName());
                try (InputStream content = zip.getInputStream(entry)) {
                    byte[] part = content.readNBytes(left + 1);
                    left -= part.length;
                    if (left < 0) {
                        throw unreadable("Unzipped, the spreadsheet has more than the 30 MiB allowed.");
                    }
                    parts.put(entry.getName(), part);
                }
            }
        }
        return parts;
    }

    private static void requireHarmless(String part) {
        String name = part.toLowerCase(Locale.ROOT);
        if (name.endsWith("vbaproject.bin") || REFUSED.stream().anyMatch(name::startsWith)) {
            throw unreadable("The spreadsheet holds " + part
                    + ": macros, embedded files and links to other files are not allowed."
                    + "\nMaybe copy the values into a new workbook.");
        }
    }

    /** Its sheets in their order, the first {@value #MOST_SHEETS}. */
    List<Sheet> sheets() {
        List<String> texts = new ArrayList<>();
        part("xl/sharedStrings.xml").ifPresent(xml -> texts.addAll(SheetXml.texts(xml)));
        Map<String, String> targets = SheetXml.targets(
                part("xl/_rels/workbook.xml.rels").orElseThrow(() -> unreadable("The file holds no spreadsheet.")));
        List<Sheet> sheets = new ArrayList<>();
        for (String id : SheetXml.sheetIds(
                part("xl/workbook.xml").orElseThrow(() -> unreadable("The file holds no spreadsheet.")))) {
            String target = targets.get(id);
            Optional<byte[]> xml = target == null ? Optional.empty() : part(path(target));
            if (xml.isPresent() && sheets.size() < MOST_SHEETS) {
                sheets.add(SheetXml.sheet(xml.get(), texts));
            }
        }
        return sheets;
    }

    private static String path(String target) {
        return target.startsWith("/") ? target.substring(1) : "xl/" + target;
    }

    private Optional<byte[]> part(String name) {
        byte @Nullable [] part = parts.get(name);
        return Optional.ofNullable(part);
    }

    static EngineException unreadable(String message) {
        return new EngineException(ErrorCode.UNREADABLE_FILE, message);
    }
}
