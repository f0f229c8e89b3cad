/**
 * Takes a request, makes known who sent it and whether they may; keeps users, sessions and API keys. Never keeps a
 * password, a session token or a key, only what proves them.
 */
@NullMarked
package cip.server.security;

import org.jspecify.annotations.NullMarked;
