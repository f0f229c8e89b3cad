package cip.server.strategies;

/**
 * A model's bytes as found in the models folder.
 *
 * @param hash SHA-256 of the bytes, 64 hexadecimal digits
 * @param card JSON
 */
record PinnedModel(String score, String version, String hash, byte[] pmml, String card) {}
