package cip.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import cip.spi.FeatureMatrix;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Text that tries to become code, as rule ids, single literals and list members: it stays data everywhere. */
class HostileTextTest {
    private static final Vocabulary VOCABULARY = GeneratedConditions.VOCABULARY;

    /** All that generated DRL may hold: our keywords, term names, indexes. */
    private static final Pattern GRAMMAR = Pattern.compile(
            """
            package strategy;

            import cip\\.core\\.rule\\.Customer;
            global cip\\.core\\.rule\\.DrlParameters parameters;

            rule r\\d+
            when
                Customer\\((?:\\n        TESTS(?:,\\n        TESTS)*\\n    )?\\)
            then
            end
            """
                    .replace(
                            "TESTS",
                            "(?:[!()]| && | \\|\\| |true|false"
                                    + "|(?:number|text)\\(\"\\w+\"\\) (?:==|<|<=|>|>=) parameters\\.(?:number|text)\\(\\d+\\)"
                                    + "|isMissing\\(\"\\w+\"\\)|holds\\(parameters\\.text\\(\\d+\\)\\)"
                                    + "|is(?:Not|OneOf|NoneOf)\\(\"\\w+\", parameters\\.(?:number|text|list)\\(\\d+\\)\\))++"));

    @TempDir
    Path folder;

    private final List<String> strings = new ArrayList<>();
    private Path canary = Path.of("");

    @BeforeEach
    void readStrings() throws IOException {
        canary = folder.resolve("canary");
        Path pack =
                Path.of(System.getProperty("cip.root")).resolveSibling("shared").resolve("checks/packs/strings");
        for (String file : List.of("drl_strings.json", "csv_values.json", "path_names.json", "sql_params.json")) {
            JsonNode list = new ObjectMapper().readTree(Files.readString(pack.resolve(file)));
            list.forEach(text -> strings.add(text.asText().replace("{{CANARY_FILE}}", canary.toString())));
        }
        assertThat(strings).hasSizeGreaterThan(100);
    }

    @Test
    void hostileTextMatchesItselfAndRunsNothing() {
        List<Rule> rules = new ArrayList<>();
        for (String text : strings) {
            rules.add(new Rule(text, Condition.where("note", Operator.EQUALS, text)));
            rules.add(new Rule(text, Condition.where("note", Operator.ONE_OF, List.of("other", text))));
        }
        CompiledRules compiled = RuleCompiler.compile(VOCABULARY, rules);
        FeatureMatrix customers = Rows.of(strings.size())
                .texts("note", strings.toArray(String[]::new))
                .withAll(VOCABULARY);
        List<BitSet> matches = compiled.match(customers);
        for (int i = 0; i < rules.size(); i++) {
            String own = strings.get(i / 2);
            for (int row = 0; row < strings.size(); row++) {
                assertThat(matches.get(i).get(row))
                        .as(own)
                        .isEqualTo(strings.get(row).equals(own));
            }
        }
        assertThat(EngineParity.verify(compiled, 1, 100)).isEmpty();
        assertThat(canary).doesNotExist();
    }

    @Test
    void hostileTextSurvivesJsonUnchanged() throws IOException {
        ObjectMapper json = new ObjectMapper();
        for (String text : strings) {
            Condition condition = Condition.where("note", Operator.NOT_ONE_OF, List.of(text));
            assertThat(ConditionJson.read(json.readTree(json.writeValueAsBytes(ConditionJson.write(condition)))))
                    .isEqualTo(condition);
        }
    }

    @Test
    void generatedDrlHoldsNothingThatSomebodyTyped() {
        for (String text : strings) {
            Condition condition = Condition.all(
                    Condition.where("note", Operator.EQUALS, text),
                    Condition.any(
                            Condition.where("note", Operator.NOT_EQUALS, text),
                            Condition.not(Condition.where("note", Operator.NOT_ONE_OF, List.of(text)))));
            DrlText drl = DrlText.of(7, condition, VOCABULARY, Guardrails.none());
            assertThat(drl.drl()).matches(GRAMMAR);
            assertThat(drl.parameters().get(0)).isEqualTo(new Literal.OfText(text));
        }
    }

    @Test
    void generatedDrlOfEveryConditionFollowsTheGrammar() {
        GeneratedConditions generated = new GeneratedConditions(21);
        for (int i = 0; i < 2_000; i++) {
            Condition condition = generated.next();
            assertThat(DrlText.of(i, condition, VOCABULARY, Guardrails.none()).drl())
                    .as("%s", condition)
                    .matches(GRAMMAR);
        }
        assertThat(DrlText.of(0, Condition.everyone(), VOCABULARY, Guardrails.none())
                        .drl())
                .matches(GRAMMAR);
    }
}
