package cip.server.models;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cip.core.error.EngineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
}
