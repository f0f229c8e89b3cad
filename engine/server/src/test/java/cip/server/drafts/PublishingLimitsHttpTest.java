package cip.server.drafts;

import static org.assertj.core.api.Assertions.assertThat;

import cip.server.app.Browser;
import cip.server.app.OnEveryEngine;
import cip.server.app.RunningEngine;
import cip.server.http.Role;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

/** What changes more than administrators allow needs two people who wrote none of it. */
@OnEveryEngine
class PublishingLimitsHttpTest extends DraftStory {
    private static final String NONE = "{\"reason\":\"No limits\"}";
    private static final String TEN_PERCENT =
            "{\"segmentChanges\":0.1,\"contacts\":[{\"channel\":\"PHONE\",\"increase\":0.5}],\"reason\":\"After March\"}";

    PublishingLimitsHttpTest(RunningEngine engine) {
        super(engine);
    }

    @BeforeParameterizedClassInvocation
    static void customersAndAuthors(RunningEngine engine) {
        importCustomers(engine);
    }

    @Test
    void onlyAdministratorsSetLimitsAndNobodyOverwritesAnother() {
        JsonNode set = limited(TEN_PERCENT);
        assertThat(set.path("segmentChanges").asDouble()).isEqualTo(0.1);
        assertThat(set.at("/contacts/0/channel").asText()).isEqualTo("PHONE");
        assertThat(set.path("changedBy").asText()).isEqualTo("admin");
        assertThat(set.path("actionChanges").isNull()).isTrue();
        assertThat(engine.as(Role.ANALYST).get(LIMITS).json()).isEqualTo(set);
        assertThat(engine.as(Role.AGENT).get(LIMITS).status()).isEqualTo(403);

        int revision = set.path("revision").asInt();
        assertThat(putLimits(as("paul"), revision, NONE).status()).isEqualTo(403);
        assertThat(putLimits(engine.admin(), revision - 1, NONE).status()).isEqualTo(412);
        assertThat(engine.admin().put(LIMITS, NONE).status()).isEqualTo(400);
        assertThat(putLimits(engine.admin(), revision, "{\"segmentChanges\":1.5,\"reason\":\"x\"}")
                        .status())
                .isEqualTo(400);
        Browser.Answer unknown = putLimits(
                engine.admin(), revision, "{\"contacts\":[{\"channel\":\"FAX\",\"increase\":1}],\"reason\":\"x\"}");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.body()).contains("contacts.0.channel", "no channel FAX");
        assertThat(engine.admin().get(LIMITS).json()).isEqualTo(set);
        assertThat(engine.admin()
                        .get("/api/audit?kind=PUBLISHING_LIMITS_CHANGED")
                        .json()
                        .at("/items/0/detail")
                        .asText())
                .contains("segmentChanges=0.1", "After March");
    }

    @Test
    void whatGoesBeyondALimitNeedsTwoApproversWhoWroteNoneOfIt() {
        limited(TEN_PERCENT);
        JsonNode draft = reviewed("Everybody a champion", moreThanNothing());
        assertThat(draft.path("approvalsNeeded").asInt()).isEqualTo(2);
        assertThat(draft.at("/simulation/excesses/0/kind").asText()).isEqualTo("SEGMENT_CHANGES");
        assertThat(draft.at("/simulation/excesses/0/text").asText())
                .contains("of the customers get another segment; the limit is 10 %");

        JsonNode once = approve(as("paul"), draft).json();
        assertThat(once.path("state").asText()).isEqualTo("IN_REVIEW");
        assertThat(once.at("/approvals/0/by").asText()).isEqualTo("paul");
        assertThat(publish(as("paul"), draft).status()).isEqualTo(409);
        Browser.Answer twice = approve(as("paul"), draft);
        assertThat(twice.status()).isEqualTo(409);
        assertThat(twice.body()).contains("already", "needs a second approval");
        assertThat(approve(as("mia"), draft).status()).isEqualTo(403);
        limited(NONE);
        assertThat(publish(as("paul"), draft).status()).isEqualTo(409);
        assertThat(read(as("mia"), draft).path("approvalsNeeded").asInt()).isEqualTo(2);

        JsonNode both = approve(engine.admin(), draft).json();
        assertThat(both.path("state").asText()).isEqualTo("APPROVED");
        assertThat(both.path("approvals"))
                .extracting(approval -> approval.path("by").asText())
                .containsExactly("paul", "admin");
        Browser.Answer published = publish(as("mia"), draft);
        assertThat(published.status()).as(published.body()).isEqualTo(200);
        rolledBack(published.json(), draft.path("basedOn").asText());
    }

    @Test
    void aLimitThatIsLoweredAfterTheApprovalAsksForTheSecondOne() {
        limited(NONE);
        JsonNode draft = reviewed("All champions again", moreThanNothing());
        assertThat(approve(as("paul"), draft).json().path("state").asText()).isEqualTo("APPROVED");
        limited(TEN_PERCENT);

        Browser.Answer refused = publish(as("paul"), draft);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("needs a second approval", "the limit is 10 %");
        assertThat(approve(as("paul"), draft).status()).isEqualTo(409);
        assertThat(approve(engine.admin(), draft).json().path("state").asText()).isEqualTo("APPROVED");
        assertThat(approve(engine.admin(), draft).status()).isEqualTo(409);
        Browser.Answer published = publish(as("paul"), draft);
        assertThat(published.status()).as(published.body()).isEqualTo(200);
        rolledBack(published.json(), draft.path("basedOn").asText());
    }

    @Test
    void afterAChangeEveryApprovalIsGivenAnew() {
        limited(TEN_PERCENT);
        JsonNode draft = reviewed("Approved too early", moreThanNothing());
        approve(as("paul"), draft);
        ObjectNode document = document(draft);
        segment(document, "champions").put("label", "Winners");
        JsonNode changed = saved(as("mia"), draft, document);
        assertThat(changed.path("approvals")).isEmpty();
        simulated(as("mia"), changed);
        assertThat(submit(as("mia"), changed).status()).isEqualTo(200);

        assertThat(approve(engine.admin(), changed).json().path("state").asText())
                .isEqualTo("IN_REVIEW");
        assertThat(publish(engine.admin(), changed).status()).isEqualTo(409);
    }
}
