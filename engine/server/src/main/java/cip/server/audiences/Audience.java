package cip.server.audiences;

import java.time.Instant;

/** A named choice of customers. Who is in it is found anew each time. */
record Audience(String id, String name, AudienceSource source, Instant createdAt, String createdBy) {}
