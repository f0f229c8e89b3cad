package cip.core.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cip.core.error.EngineException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CustomerRecordJsonTest {
    private static final CustomerSchema SCHEMA = new CustomerSchema(List.of(
            attribute("id", Attribute.Type.TEXT, Attribute.Role.IDENTIFIER),
            attribute("age", Attribute.Type.WHOLE_NUMBER, Attribute.Role.FACT),
            attribute("region", Attribute.Type.TEXT, Attribute.Role.FACT),
            attribute("consent_email", Attribute.Type.YES_NO, Attribute.Role.CONSENT),
            attribute("signup_date", Attribute.Type.DATE, Attribute.Role.SIGNUP_DATE)));
    private final CustomerRecordJson json = new CustomerRecordJson(SCHEMA);

    @Test
    void whatIsWrittenReadsBackAsAnEqualRecord() {
        CustomerRecord customer = new CustomerRecord(
                new CustomerId("0042"),
                Map.of(
                        "age",
                        41.0,
                        "region",
                        "Nord \"x\"",
                        "consent_email",
                        true,
                        "signup_date",
                        LocalDate.of(2024, 2, 29)),
                new PurchaseSummary(
                        Instant.parse("2025-01-01T10:00:00Z"),
                        Instant.parse("2026-01-01T10:00:00.123Z"),
                        3,
                        0.1 + 0.2,
                        1.5,
                        2,
                        -7));

        assertThat(json.read(json.write(customer))).isEqualTo(customer);
    }

    @Test
    void aCustomerWithoutPurchasesReadsBackAsSuch() {
        CustomerRecord customer = new CustomerRecord(new CustomerId("1"), Map.of(), PurchaseSummary.none());

        assertThat(json.read(json.write(customer))).isEqualTo(customer);
    }

    @Test
    void everyWrongAttributeIsNamed() throws Exception {
        var wrong = new ObjectMapper()
                .readTree(
                        "{\"age\": 36.5, \"regoin\": \"x\", \"consent_email\": \"yes\", \"signup_date\": \"2024-02-30\"}");

        assertThatThrownBy(() -> json.readAttributes(wrong))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("age is not a valid whole number")
                .hasMessageContaining("no attribute regoin")
                .hasMessageContaining("consent_email is not a valid yes or no")
                .hasMessageContaining("signup_date is not a valid ISO date");
    }

    private static Attribute attribute(String name, Attribute.Type type, Attribute.Role role) {
        return new Attribute(name, name, type, "", null, null, List.of(), role, false, false, false);
    }
}
