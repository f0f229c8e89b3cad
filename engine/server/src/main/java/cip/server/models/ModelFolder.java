package cip.server.models;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.core.hash.Sha256;
import cip.server.store.DurableFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folder of models: {@code <score>/<version>/model.pmml} and {@code card.json}. Safe to share between threads. */
public final class ModelFolder {
    static final String MODEL = "model.pmml";
    static final String CARD = "card.json";
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,31}");
    private static final long LARGEST = 64L << 20;

    private final Path folder;

    public ModelFolder(Path folder) {
        this.folder = folder;
    }

    Path path() {
        return folder;
    }

    /**
     * @throws EngineException {@code NOT_FOUND} when there is no such model; {@code INVALID_MODEL} when its card is not
     *     readable, is another model's, or names other bytes
     */
    public ShippedModel read(String score, String version) {
        Path place = place(score, version);
        if (!Files.isDirectory(place)) {
            throw new EngineException(
                    ErrorCode.NOT_FOUND,
                    "There is no model of " + score + " in version " + version + ": the folder " + place
                            + " does not exist.\nMaybe the version was meant to be one of " + versions(score) + ".");
        }
        byte[] pmml = bytes(place.resolve(MODEL));
        String cardJson = new String(bytes(place.resolve(CARD)), StandardCharsets.UTF_8);
        ModelCard card = card(place.resolve(CARD), cardJson);
        if (!card.score().equals(score) || !card.version().equals(version)) {
            throw invalid(
                    "The card " + place.resolve(CARD) + " is that of " + card.score() + " in version " + card.version()
                            + ", expected " + score + " in version " + version,
                    "the folder was copied and the card not edited");
        }
        String hash = Sha256.hex(pmml);
        if (!card.hash().equals(hash)) {
            throw invalid(
                    "The model " + place.resolve(MODEL) + " has the hash " + hash + ", but its card says "
                            + card.hash(),
                    "the model was changed after its card was written; a changed model is a new version");
        }
        return new ShippedModel(card, pmml, cardJson);
    }

    /** Every model in the folder, by score and version. A folder without a card is not a model. */
    public List<ShippedModel> all() {
        List<ShippedModel> models = new ArrayList<>();
        for (String score : names(folder, NAME)) {
            for (String version : versions(score)) {
                models.add(read(score, version));
            }
        }
        return models;
    }

    /** Whether the model lies here with exactly these bytes, model and card. */
    public boolean holds(ShippedModel model) throws IOException {
        Path place = place(model.score(), model.version());
        return same(place.resolve(MODEL), model.pmml()) && same(place.resolve(CARD), cardBytes(model));
    }

    /**
     * Adds a model that is not here yet; one that is here with the same bytes stays as it is.
     *
     * @throws EngineException {@code CONFLICT} when the version exists with other bytes; then nothing is written
     */
    public void add(ShippedModel model) throws IOException {
        Path place = place(model.score(), model.version());
        if (holds(model)) {
            return;
        }
        if (Files.exists(place.resolve(CARD))) {
            throw new EngineException(
                    ErrorCode.CONFLICT,
                    "The folder " + place + " holds another model, and a version never changes.\n"
                            + "Maybe give the new one the next version.");
        }
        Files.createDirectories(place);
        write(place.resolve(MODEL), model.pmml());
        write(place.resolve(CARD), cardBytes(model));
    }

    private static byte[] cardBytes(ShippedModel model) {
        return model.cardJson().getBytes(StandardCharsets.UTF_8);
    }

    private static boolean same(Path file, byte[] bytes) throws IOException {
        return Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), bytes);
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.write(unfinished, bytes);
        DurableFiles.moveIntoPlace(unfinished, file);
    }

    /** @throws EngineException INVALID_VALUE when no folder could have these names */
    static void requireNames(String score, String version) {
        if (!NAME.matcher(score).matches()) {
            throw new EngineException(
                            ErrorCode.INVALID_VALUE,
                            "The score is \"" + score + "\", expected lower-case letters, digits and underscores.")
                    .about("score");
        }
        if (!VERSION.matcher(version).matches()) {
            throw new EngineException(
                            ErrorCode.INVALID_VALUE,
                            "The version is \"" + version
                                    + "\", expected up to 32 letters, digits, dots, dashes and underscores.")
                    .about("version");
        }
    }

    private Path place(String score, String version) {
        if (!NAME.matcher(score).matches() || !VERSION.matcher(version).matches()) {
            throw new EngineException(
                    ErrorCode.NOT_FOUND,
                    "There is no model " + score + " in version " + version
                            + ".\nMaybe it was misspelt: a score is lower-case letters, digits and underscores.");
        }
        return folder.resolve(score).resolve(version);
    }

    private List<String> versions(String score) {
        Path scoreFolder = folder.resolve(score);
        return names(scoreFolder, VERSION).stream()
                .filter(version ->
                        Files.isRegularFile(scoreFolder.resolve(version).resolve(CARD)))
                .toList();
    }

    private static List<String> names(Path folder, Pattern pattern) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory)
                    .map(entry -> entry.getFileName().toString())
                    .filter(name -> pattern.matcher(name).matches())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw invalid(file + " is larger than " + LARGEST + " bytes", "it is not a model");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static ModelCard card(Path file, String json) {
        try {
            return ModelCard.parse(json);
        } catch (IllegalArgumentException e) {
            throw invalid(
                    "The card " + file + " is not a model card: " + e.getMessage(), "the file was edited by hand");
        }
    }

    private static EngineException unreadable(Path path, IOException failure) {
        return new EngineException(
                ErrorCode.INVALID_MODEL,
                path + " cannot be read: " + failure.getClass().getSimpleName()
                        + ".\nMaybe it is missing or the engine's user may not read it.",
                failure);
    }

    private static EngineException invalid(String found, String likely) {
        return new EngineException(ErrorCode.INVALID_MODEL, found + ".\nMaybe " + likely + ".");
    }
}
