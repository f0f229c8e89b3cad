package cip.server.audiences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cip.core.customer.CustomerId;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.core.rule.Condition;
import cip.core.rule.Operator;
import cip.server.jobs.Job;
import cip.server.jobs.JobState;
import cip.server.store.Database;
import cip.server.store.OnEveryDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnEveryDatabase
class ExportsStoreTest {
    private static final AudienceSource AT_RISK = new AudienceSource.OfSegment("at_risk");

    private final FakeBase base = new FakeBase(2_500);
    private final ExportFixture fixture;

    ExportsStoreTest(Database database) {
        this.fixture = new ExportFixture(database, base);
    }

    @AfterEach
    void close() throws InterruptedException {
        fixture.close();
    }

    @Test
    void everyChosenCustomerIsWrittenOnceInTheOrderOfIds() {
        ExportView export = fixture.exported(fixture.audience("At risk", AT_RISK), List.of("segment"), null);
        List<String> ids = fixture.text(export)
                .lines()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();
        assertThat(ids).isSorted().doesNotHaveDuplicates().hasSize(750);
        assertThat(export.rows()).isEqualTo(750L);
    }

    @Test
    void columnsAreTermsAttributesAndTheFirstAction() {
        AudienceSource one = new AudienceSource.OfCondition(Condition.all(
                Condition.where("churn_risk", Operator.AT_LEAST, 0.6),
                Condition.where("clv", Operator.AT_MOST, 1000.0 / 2493)));
        ExportView export = fixture.exported(
                fixture.audience("One", one),
                List.of("segment", "clv", "consent_email", "name", "top_action", "expected_value"),
                null);
        assertThat(fixture.text(export))
                .isEqualTo("customer_id,segment,clv,consent_email,name,top_action,expected_value\r\n"
                        + "c002493,at_risk," + 1000.0 / 2494 + ",true,Name 2493,win_back_email,1246.5\r\n"
                        + "c002496,at_risk," + 1000.0 / 2497 + ",false,Name 2496,win_back_email,1248\r\n");
    }

    @Test
    void heldOutCustomersAreNeverWritten() {
        ExportView export = fixture.exported(fixture.audience("At risk", AT_RISK), List.of(), null);
        assertThat(fixture.text(export).lines().skip(1)).noneMatch(id -> id.endsWith("0"));
        assertThat(manifest(export).at("/suppressed/heldOut").asInt()).isEqualTo(84);
    }

    @Test
    void nobodyWithoutConsentToTheChannelIsWritten() {
        ExportView export = fixture.exported(fixture.audience("At risk", AT_RISK), List.of("email"), "EMAIL");
        assertThat(fixture.text(export).lines().skip(1))
                .isNotEmpty()
                .noneMatch(line -> Integer.parseInt(line.substring(1, 7)) % 4 == 0);
        JsonNode suppressed = manifest(export).get("suppressed");
        assertThat(suppressed.get("heldOut").asInt()
                        + suppressed.get("noConsent").asInt())
                .isEqualTo(834 - manifest(export).get("rows").asInt());
    }

    @Test
    void consentWithdrawnSinceTheRunCounts() {
        base.stored.replace(new CustomerId("c000003"), Map.of("consent_email", false, "email", "gone@example.org"));
        base.stored.replace(new CustomerId("c000009"), Map.of("email", "never-asked@example.org"));
        ExportView export = fixture.exported(fixture.audience("At risk", AT_RISK), List.of("email"), "EMAIL");
        assertThat(fixture.text(export))
                .doesNotContain("c000003")
                .doesNotContain("c000009")
                .contains("c000015");
    }

    @Test
    void customerWhoIsGoneSinceTheRunIsNotWritten() {
        base.stored.remove(new CustomerId("c000003"));
        ExportView export = fixture.exported(fixture.audience("At risk", AT_RISK), List.of("segment"), null);
        assertThat(fixture.text(export)).doesNotContain("c000003");
        assertThat(manifest(export).at("/suppressed/gone").asInt()).isEqualTo(1);
    }

    @Test
    void anActionsAudienceAsksForConsentToItsOwnChannel() {
        String audience = fixture.audience("Win back", new AudienceSource.OfAction("win_back_email"));
        ExportView export = fixture.exported(audience, List.of("email"), null);
        assertThat(manifest(export).get("channel").asText()).isEqualTo("EMAIL");
        assertThat(manifest(export).at("/suppressed/noConsent").asInt()).isPositive();
    }

    @Test
    void contactsWithoutAChannelToConsentToAreRefused() {
        String audience = fixture.audience("At risk", AT_RISK);
        assertRefused(() -> fixture.ask(audience, List.of("email"), null), "no channel", "[EMAIL]");
        assertRefused(() -> fixture.ask(audience, List.of("email"), "SHOP"), "SHOP", "[EMAIL]");
        assertRefused(() -> fixture.ask(audience, List.of("clv"), "PIGEON"), "PIGEON", "[EMAIL, SHOP]");
    }

    @Test
    void unknownColumnsAreRefusedTogether() {
        String audience = fixture.audience("At risk", AT_RISK);
        assertRefused(() -> fixture.ask(audience, List.of("clv", "shoe_size", "x;y"), null), "[shoe_size, x;y]");
        assertRefused(() -> fixture.ask(audience, List.of("clv", "clv"), null), "twice");
    }

    @Test
    void formulaInANameIsText() {
        AudienceSource all = new AudienceSource.OfCondition(Condition.everyone());
        ExportView export = fixture.exported(fixture.audience("All", all), List.of("name"), null);
        assertThat(fixture.text(export)).contains("c000001,\"'=HYPERLINK(\"\"http://x\"\")\"\r\n");
    }

    @Test
    void manifestNamesTheFilesBytesAndWhatItWasMadeFrom() throws Exception {
        ExportView export =
                fixture.exported(fixture.audience("Zürich: at risk!", AT_RISK), ExportFixture.COLUMNS, null);
        JsonNode manifest = manifest(export);
        byte[] file = fixture.text(export).getBytes(StandardCharsets.UTF_8);
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        assertThat(manifest.get("sha256").asText()).isEqualTo(sha256).isEqualTo(export.sha256());
        assertThat(manifest.get("sizeBytes").asLong()).isEqualTo(file.length).isEqualTo(export.sizeBytes());
        assertThat(manifest.get("rows").asLong()).isEqualTo(750);
        assertThat(manifest.get("chosen").asLong()).isEqualTo(834);
        assertThat(manifest.get("strategyHash").asText()).isEqualTo(FakeBase.STRATEGY);
        assertThat(manifest.at("/modelHashes/clv").asText()).isEqualTo("cd".repeat(32));
        assertThat(manifest.get("asOf").asText()).isEqualTo("2026-03-03T00:00:00Z");
        assertThat(manifest.get("requestedBy").asText()).isEqualTo("mira");
        assertThat(manifest.at("/audience/sentence").asText()).isEqualTo("Segment is At-Risk");
        assertThat(manifest.get("columns")).hasSize(6);
        assertThat(export.fileName()).matches("zurich-at-risk-2026-03-03-[0-9a-f]{8}\\.csv");
    }

    @Test
    void equalCustomersGiveEqualBytes() {
        String audience = fixture.audience("At risk", AT_RISK);
        ExportView first = fixture.exported(audience, ExportFixture.COLUMNS, "EMAIL");
        ExportView second = fixture.exported(audience, ExportFixture.COLUMNS, "EMAIL");
        assertThat(second.sha256()).isEqualTo(first.sha256());
        assertThat(fixture.text(second)).isEqualTo(fixture.text(first));
    }

    @Test
    void everyExportAndDownloadIsOnRecord() {
        ExportView export = fixture.exported(fixture.audience("At risk", AT_RISK), List.of(), null);
        fixture.text(export);
        fixture.manifest(export);
        assertThat(fixture.auditKinds(export.id()))
                .containsExactly(
                        "EXPORT_REQUESTED", "EXPORT_FINISHED", "EXPORT_DOWNLOADED", "EXPORT_MANIFEST_DOWNLOADED");
    }

    @Test
    void fileThatNamesPersonsIsNotForAnalysts() {
        String audience = fixture.audience("At risk", AT_RISK);
        ExportView named = fixture.exported(audience, List.of("name"), null);
        ExportView bare = fixture.exported(audience, List.of("clv"), null);
        assertThat(fixture.exports.file(ExportFixture.ANA, bare.id()).file()).exists();
        assertThatThrownBy(() -> fixture.exports.file(ExportFixture.ANA, named.id()))
                .isInstanceOfSatisfying(
                        EngineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_ALLOWED));
    }

    @Test
    void fileWhoseTimeIsOverIsRemoved() {
        ExportView export = fixture.exported(fixture.audience("At risk", AT_RISK), List.of(), null);
        fixture.clock.set(Instant.parse("2026-03-10T11:59:00Z"));
        fixture.sweep.sweep();
        assertThat(fixture.fileNames()).hasSize(2);
        fixture.clock.set(Instant.parse("2026-03-10T12:01:00Z"));
        assertGone(export);
        fixture.sweep.sweep();
        assertThat(fixture.fileNames()).isEmpty();
        assertGone(export);
        assertThat(fixture.auditKinds(export.id())).endsWith("EXPORT_FILE_REMOVED");
    }

    @Test
    void deletedAudienceTakesItsFilesAlong() {
        String audience = fixture.audience("At risk", AT_RISK);
        ExportView export = fixture.exported(audience, List.of(), null);
        fixture.audiences.delete("mira", audience);
        assertThat(fixture.fileNames()).isEmpty();
        assertGone(export);
        assertThat(fixture.audiences.page(null, 10).items()).isEmpty();
        assertThatThrownBy(() -> fixture.audiences.delete("mira", audience)).isInstanceOf(EngineException.class);
    }

    @Test
    void cancelledExportLeavesNothing() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        fixture.attributes = ids -> {
            begun.countDown();
            awaitOpen(cancelled);
            return base.storedOf(ids);
        };
        String audience = fixture.audience("At risk", AT_RISK);
        Job job = fixture.ask(audience, List.of(), null);
        awaitOpen(begun);
        fixture.jobs.cancel(job.id());
        cancelled.countDown();
        assertThat(fixture.awaitEnd(job).state()).isEqualTo(JobState.CANCELLED);
        assertThat(fixture.fileNames()).isEmpty();
        assertThat(fixture.exports.page(audience, null, 1).items().get(0).state())
                .isEqualTo(JobState.CANCELLED);
    }

    @Test
    void audiencesAreListedWithTheirCountsAndLastExport() {
        String audience = fixture.audience("At risk", AT_RISK);
        fixture.audience("All", new AudienceSource.OfCondition(Condition.everyone()));
        fixture.exported(audience, List.of(), null);
        List<AudienceView> items = fixture.audiences.page(null, 10).items();
        assertThat(items).extracting(AudienceView::name).containsExactly("All", "At risk");
        assertThat(items).extracting(AudienceView::customers).containsExactly(2_500, 834);
        assertThat(items.get(1).lastExport()).isNotNull();
        assertThat(fixture.audiences.page(null, 1).nextCursor())
                .isEqualTo(items.get(0).id());
        assertThat(fixture.audiences.page(items.get(0).id(), 1).items())
                .extracting(AudienceView::name)
                .containsExactly("At risk");
    }

    @Test
    void nameThatIsTakenIsRefused() {
        fixture.audience("At risk", AT_RISK);
        assertThatThrownBy(() -> fixture.audience("At risk", AT_RISK))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("already");
    }

    private void assertGone(ExportView export) {
        assertThatThrownBy(() -> fixture.exports.file(ExportFixture.MIRA, export.id()))
                .isInstanceOfSatisfying(
                        EngineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }

    private static void assertRefused(Runnable request, String... words) {
        assertThatThrownBy(request::run)
                .isInstanceOfSatisfying(
                        EngineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_VALUE))
                .hasMessageContainingAll(words);
    }

    private static void awaitOpen(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode manifest(ExportView export) {
        try {
            return new ObjectMapper().readTree(fixture.manifest(export));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
