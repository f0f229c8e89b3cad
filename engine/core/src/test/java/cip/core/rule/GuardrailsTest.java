package cip.core.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.spi.FeatureMatrix;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;

class GuardrailsTest {
    private static final Vocabulary VOCABULARY = GeneratedConditions.VOCABULARY;
    private static final String HEAD = "package guardrails;\nimport cip.core.rule.Customer;\n\n";

    private final Map<String, String> files = new TreeMap<>();

    @Test
    void conditionsUseGuardrailsByName() {
        write(
                "value.drl",
                HEAD
                        + """
                        /* customers we never disturb */
                        rule "high_value_customer" @sentence("Lifetime value is above 2,000")
                        when
                          Customer( number("clv") > 2000 )
                        then
                        end

                        rule known_abroad
                        when
                          Customer( isNot("region", "West"), !isMissing("age"),
                                    number("age") >= 18 && < 65 || yes("consent_email") )
                        then
                        end
                        """);
        write("deeper/quiet.drl", HEAD + "rule quiet when Customer( text(\"note\") in (\"a\", \"b\") ) then end");
        Guardrails guardrails = Guardrails.compile(files, VOCABULARY);
        assertThat(guardrails.all())
                .extracting(g -> g.name() + " | " + g.file() + " | " + g.sentence() + " | "
                        + g.terms().stream().sorted().toList())
                .containsExactly(
                        "quiet | deeper/quiet.drl | quiet | [note]",
                        "high_value_customer | value.drl | Lifetime value is above 2,000 | [clv]",
                        "known_abroad | value.drl | known abroad | [age, consent_email, region]");

        FeatureMatrix customers = Rows.of(4)
                .numbers("clv", 2_500, 2_000, Double.NaN, 9_999)
                .texts("region", "West", "East", null, "South")
                .numbers("age", 30, 30, 30, 70)
                .texts("note", "a", "c", null, "b")
                .withAll(VOCABULARY);
        List<Rule> rules = List.of(
                new Rule("high", new Condition.Guardrail("high_value_customer")),
                new Rule("not high", Condition.not(new Condition.Guardrail("high_value_customer"))),
                new Rule(
                        "both",
                        Condition.all(
                                new Condition.Guardrail("known_abroad"), Condition.where("age", Operator.AT_MOST, 65))),
                new Rule("quiet", new Condition.Guardrail("quiet")));
        CompiledRules compiled = RuleCompiler.compile(VOCABULARY, rules, guardrails);
        assertThat(compiled.match(customers)).containsExactly(rows(0, 3), rows(1, 2), rows(1), rows(0, 3));
        assertThat(EngineParity.verify(compiled, 3, 3_000)).isEmpty();
        CustomerWords words = new CustomerWords(VOCABULARY, customers);
        assertThat(compiled.traces(VOCABULARY)
                        .rows(words, guardrails)
                        .trace(0, 1)
                        .lines())
                .extracting(ConditionTrace.Line::text, ConditionTrace.Line::actual, ConditionTrace.Line::met)
                .containsExactly(tuple("Guardrail high value customer holds", "does not hold", false));
    }

    @Test
    void anUnknownGuardrailIsRefusedWhenRulesAreCompiled() {
        List<Rule> rules = List.of(new Rule("r", new Condition.Guardrail("high_value")));
        assertThatThrownBy(() -> RuleCompiler.compile(VOCABULARY, rules))
                .hasMessage("At rule r: There is no guardrail \"high_value\".");
    }

    @Test
    void aGuardrailIsNotAskedBeforeItsTermsAreKnown() {
        write(
                "s.drl",
                HEAD + "rule champion when Customer( text(\"segment\") == \"Champions\" ) then end\n"
                        + "rule old when Customer( number(\"age\") > 60 ) then end");
        Guardrails guardrails = Guardrails.compile(files, VOCABULARY);
        FeatureMatrix early = Rows.of(1).numbers("age", 61).build();
        assertThat(ConditionColumns.matching(new Condition.Guardrail("old"), early, guardrails))
                .isEqualTo(rows(0));
        assertThatThrownBy(() -> ConditionColumns.matching(new Condition.Guardrail("champion"), early, guardrails))
                .hasMessageStartingWith("The guardrail champion is used where [segment] are not known.");
    }

    @Test
    void everythingWrongIsNamedWithFileAndLine() {
        write("syntax.drl", HEAD + "rule a when\n  Customer( number(\"clv\") > )\nthen end");
        write(
                "terms.drl",
                HEAD + "rule b when\n  Customer( number(\"clvv\") > 1,\n   text(\"age\") == \"x\" )\nthen end");
        write("then.drl", HEAD + "rule c when Customer( yes(\"consent_email\") ) then System.exit(1); end");
        write(
                "java.drl",
                HEAD + "rule d when\n Customer( new java.io.File(\"x\").mkdir() )\n then end\n"
                        + "rule e salience 3 when Customer() Customer() then end\n"
                        + "rule f when Customer( nmber(\"clv\") > 1 ) then end\n"
                        + "rule g when not Customer( number(\"clv\") > 1 ) then end\n"
                        + "rule h when Customer( text(\"region\") != \"West\" ) then end\n"
                        + "rule i when Customer( text(\"region\") not in (\"West\") ) then end");
        write(
                "more.drl",
                "package x;\nimport java.io.File;\nglobal java.util.List list;\n"
                        + "function void f() { System.exit(1); }\nrule a when cip.core.rule.Customer() then end");
        assertThatThrownBy(() -> Guardrails.compile(files, VOCABULARY))
                .isInstanceOfSatisfying(
                        EngineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_CONFIGURATION))
                .message()
                .satisfies(message -> assertThat(message.lines().filter(line -> !line.startsWith("Maybe")))
                        .containsExactly(
                                "java.drl, line 5: Only comparisons of [isMissing, isNot, no, number, text, yes] with"
                                        + " constants are allowed, found new java.io.File(\"x\").mkdir().",
                                "java.drl, line 5: A customer cannot be asked File(…), only"
                                        + " [isMissing, isNot, no, number, text, yes].",
                                "java.drl, line 5: A customer cannot be asked mkdir(…), only"
                                        + " [isMissing, isNot, no, number, text, yes].",
                                "java.drl, line 7: The rule e must be a plain rule without attributes such as"
                                        + " salience or enabled.",
                                "java.drl, line 7: The when of rule e must be exactly one pattern Customer( … ).",
                                "java.drl, line 8: A customer cannot be asked nmber(…), only"
                                        + " [isMissing, isNot, no, number, text, yes].",
                                "java.drl, line 9: The when of rule g must be exactly one pattern Customer( … ).",
                                "java.drl, line 10: A customer whose value is missing would pass != and not.",
                                "java.drl, line 11: A customer whose value is missing would pass != and not.",
                                "more.drl, line 4: A guardrail file holds rules only, found function.",
                                "more.drl, line 3: A guardrail file holds rules only, found global.",
                                "more.drl, line 2: The only import is cip.core.rule.Customer, found java.io.File.",
                                "syntax.drl, line 5: Drools cannot read it: [ERR 101] Line 5:28 no viable alternative"
                                        + " at input ')' in rule \"a\"",
                                "terms.drl, line 5: There is no term \"clvv\".",
                                "terms.drl, line 6: The term age is a number and cannot be read by text(…).",
                                "then.drl, line 4: The then of rule c must be empty: a guardrail only says whether it"
                                        + " holds."));
    }

    @Test
    void aGuardrailThatCalculatesWithAMissingValueStopsTheStart() {
        write("sum.drl", HEAD + "rule a when Customer( number(\"clv\") - number(\"balance\") > 10 ) then end");
        assertThatThrownBy(() -> Guardrails.compile(files, VOCABULARY))
                .hasMessageStartingWith("sum.drl, line 4: The guardrail fails on a generated customer")
                .hasMessageContaining("\nMaybe it calculates with a value that is missing");
    }

    @Test
    void withoutFilesThereAreNoGuardrails() {
        assertThat(Guardrails.compile(files, VOCABULARY).names()).isEmpty();
    }

    @Test
    void generatedDrlDecidesLikeTheRuleItShows() {
        List<Rule> rules = new GeneratedConditions(77).rules(14);
        FeatureMatrix customers = BoundaryCustomers.generate(VOCABULARY, rules, 77, 400);
        List<Condition> conditions = List.of(
                any(rules.subList(0, 3)),
                Condition.all(any(rules.subList(3, 7)), any(rules.subList(7, 11))),
                Condition.not(any(rules.subList(11, 14))));
        for (Condition condition : conditions) {
            DrlText text = DrlText.of(5, condition, VOCABULARY, Guardrails.none());
            KieSession session =
                    GuardrailCompiler.compile(Map.of("rule.drl", text.drl())).newKieSession();
            BitSet drl = new BitSet();
            try {
                session.setGlobal("parameters", new DrlParameters(text.parameters()));
                session.addEventListener(new DefaultAgendaEventListener() {
                    @Override
                    public void afterMatchFired(AfterMatchFiredEvent event) {
                        drl.set(((Customer) event.getMatch().getObjects().get(0)).row());
                    }
                });
                for (int row = 0; row < customers.rows(); row++) {
                    session.insert(new Customer(customers, row));
                }
                session.fireAllRules();
            } finally {
                session.dispose();
            }
            assertThat(drl).isEqualTo(ConditionColumns.matching(condition, customers));
            assertThat(drl.cardinality()).isBetween(1, customers.rows() - 1);
        }
    }

    private static Condition any(List<Rule> rules) {
        return new Condition.Any(rules.stream().map(Rule::condition).toList());
    }

    private void write(String name, String text) {
        files.put(name, text);
    }

    private static BitSet rows(int... rows) {
        BitSet set = new BitSet();
        for (int row : rows) {
            set.set(row);
        }
        return set;
    }
}
