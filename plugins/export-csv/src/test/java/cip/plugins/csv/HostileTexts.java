package cip.plugins.csv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts that try to become formulas: the probe's list, and a file of customers with formulas in their region. */
final class HostileTexts {
    private static final Path SHARED = Path.of(System.getProperty("cip.root")).resolveSibling("shared");
    private static final Pattern JSON_STRING = Pattern.compile("\"((?:[^\"\\\\]++|\\\\.)*+)\"");

    private HostileTexts() {}

    static List<String> all() throws IOException {
        List<String> texts = new ArrayList<>();
        Matcher strings = JSON_STRING.matcher(Files.readString(SHARED.resolve("checks/packs/strings/csv_values.json")));
        while (strings.find()) {
            texts.add(unescaped(strings.group(1)));
        }
        Files.readString(SHARED.resolve("data/dirty-csv/49-formula-injection.csv"))
                .lines()
                .skip(1)
                .map(line -> line.split(",(?=([^\"]*\"[^\"]*\")*[^\"]*$)")[5])
                .map(cell -> cell.replaceAll("^\"|\"$", "").replace("\"\"", "\""))
                .forEach(texts::add);
        return texts;
    }

    private static String unescaped(String json) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            i++;
            switch (json.charAt(i)) {
                case 'n' -> text.append('\n');
                case 'r' -> text.append('\r');
                case 't' -> text.append('\t');
                case 'u' -> {
                    text.append((char) Integer.parseInt(json.substring(i + 1, i + 5), 16));
                    i += 4;
                }
                default -> text.append(json.charAt(i));
            }
        }
        return text.toString();
    }
}
