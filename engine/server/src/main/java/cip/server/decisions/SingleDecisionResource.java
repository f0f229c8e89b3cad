package cip.server.decisions;

import cip.core.decide.Arm;
import cip.core.decide.DecisionJson;
import cip.server.http.Answers;
import cip.server.http.Caller;
import cip.server.http.Idempotency;
import cip.server.http.Made;
import cip.server.http.PlainRoute;
import cip.server.http.Roles;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Decides for one customer at once: the route that other programs call for every visitor. */
@Path("/decisions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SingleDecisionResource extends PlainRoute<DecisionRequest> {
    static final String PATH = "/api/decisions";

    private static final long serialVersionUID = 1L;

    private final transient Decisions decisions;
    private final transient Idempotency idempotency;

    SingleDecisionResource(Way way, Decisions decisions, Idempotency idempotency) {
        super(way, DecisionRequest.class);
        this.decisions = decisions;
        this.idempotency = idempotency;
    }

    @Override
    protected void answer(DecisionRequest body, Caller caller, HttpServletRequest request, HttpServletResponse answer)
            throws IOException {
        decide(request.getHeader(Idempotency.HEADER), body, caller, answer);
    }

    /** Does everything for a body but looking who sends it, answering, and putting on record. @return bytes of the answer */
    int rehearse(byte[] body) throws IOException {
        DecisionRequest request = read(new ByteArrayInputStream(body));
        return bytes(body(decisions.decide(request, Rehearsal.nobody()))).length;
    }

    private static Body body(Decisions.Fresh fresh) {
        Arm arm = fresh.arm();
        return json -> {
            json.writeStartObject();
            json.writeNullField("decisionId");
            json.writeStringField(Decisions.ARM, arm == null ? null : arm.name());
            DecisionJson.writeMembers(fresh.shown(), json);
            json.writeEndObject();
        };
    }

    /** Decides for one customer at once. */
    @POST
    @RolesAllowed(Roles.SIGNED_IN)
    @Answers(body = ObjectNode.class)
    public void decide(
            @HeaderParam(Idempotency.HEADER) @Nullable String key,
            @NotNull DecisionRequest request,
            @Context Caller caller,
            @Context HttpServletResponse answer)
            throws IOException {
        Rehearsal.require(caller, request);
        Decisions.Fresh fresh = decisions.decide(request, caller);
        if (!request.wantsStore()) {
            write(answer, body(decisions.shown(request, fresh, caller)));
            return;
        }
        write(
                idempotency.once(
                        key,
                        caller,
                        "POST /decisions",
                        request,
                        handle -> new Made(200, null, decisions.store(handle, fresh, caller))),
                answer);
    }
}
