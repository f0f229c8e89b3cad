package cip.server.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cip.core.error.EngineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelRecipeTest {
    @Test
    void aFileWithATargetOfTodayIsRefusedNamingTheScore(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("recipes.json"),
                """
                {"recipes": [{"score": "spend", "kind": "AMOUNT", "unit": "EUR", "label": "Spend", "description": "",
                  "trainer": "gradient-boosting", "target": "ATTRIBUTE", "features": ["age"], "settings": {}}]}""");

        assertThatThrownBy(() -> ModelRecipe.read(folder, "EUR"))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("spend")
                .hasMessageContaining("ATTRIBUTE");
    }

    @Test
    void anAverageReadsWhatItsPartsRead() {
        ModelRecipe average = ModelRecipe.read(Path.of(System.getProperty("cip.root"), "pmml"), "EUR").stream()
                .filter(recipe -> recipe.trainer().equals("average"))
                .findFirst()
                .orElseThrow();

        assertThat(average.parts()).extracting(ModelRecipe::trainer).containsExactly("boosting", "bgnbd-gg");
        assertThat(average.features()).doesNotHaveDuplicates();
        assertThat(average.parts())
                .allSatisfy(part -> assertThat(average.features()).containsAll(part.features()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    a,b   | SPEND | [] | EUR | the part b | expected recipes of spend: [a, c]
                    a,d   | SPEND | [] | EUR | the part d, a recipe of churn | expected recipes of spend
                    a,average | SPEND | [] | EUR | the part average | no average as a part of another
                    a     | SPEND | [] | EUR | the parts [a] | at least two
                    a,a   | SPEND | [] | EUR | the parts [a, a] | each once
                    a,c   | SPEND | [] | USD | the part a, which is of kind AMOUNT in "EUR" | in "USD"
                    a,c   | NONE  | [] | EUR | the part a, which is | with the target NONE
                    a,c   | SPEND | ["age"] | EUR | features of its own | expected none
                    """)
    void anAverageOfWhatCannotBeItsPartIsRefusedNamingFileAndScore(
            String parts,
            String target,
            String features,
            String unit,
            String found,
            String expected,
            @TempDir Path folder)
            throws IOException {
        String recipe =
                """
                {"score": "%s", "kind": "%s", "unit": "%s", "label": "", "description": "", "trainer": "%s", "target": "%s",
                  "features": %s, "settings": {%s}}""";
        Files.writeString(
                folder.resolve("recipes.json"),
                "{\"recipes\": ["
                        + String.join(
                                ",",
                                recipe.formatted("spend", "AMOUNT", "EUR", "a", "SPEND", "[\"age\"]", ""),
                                recipe.formatted(
                                        "spend",
                                        "AMOUNT",
                                        unit,
                                        "average",
                                        target,
                                        features,
                                        "\"parts\": \"" + parts + "\""),
                                recipe.formatted("spend", "AMOUNT", "EUR", "c", "SPEND", "[\"age\"]", ""),
                                recipe.formatted("churn", "PROBABILITY", "", "d", "CHURN", "[\"age\"]", ""))
                        + "]}");

        assertThatThrownBy(() -> ModelRecipe.read(folder, "EUR"))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("The average of spend in " + folder.resolve("recipes.json"))
                .hasMessageContaining(found)
                .hasMessageContaining(expected)
                .hasMessageContaining("Maybe");
    }
}
