package cip.server.models;

import java.time.Instant;

/** A version by what it is called, without its card. */
public record MadeVersion(String score, String version, String hash, Instant createdAt) {}
