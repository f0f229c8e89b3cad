package cip.server.models;

import java.time.Instant;

/** That a version was put away: lists and choices leave it out. */
public record Archived(Instant at, String by, String reason) {}
