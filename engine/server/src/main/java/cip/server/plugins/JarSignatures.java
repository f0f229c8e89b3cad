package cip.server.plugins;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * Checks that every jar of a plugin was signed by someone the operator trusts: beside {@code name.jar} lies
 * {@code name.jar.sig}, an Ed25519 signature of the jar's bytes. A key taken off the list is revoked at the next start.
 */
final class JarSignatures {
    private final List<PublicKey> trusted;

    private JarSignatures(List<PublicKey> trusted) {
        this.trusted = List.copyOf(trusted);
    }

    /** @param keys X.509 in Base64; empty = nothing is checked */
    static JarSignatures by(List<String> keys) throws PluginProblem {
        List<PublicKey> trusted = new ArrayList<>();
        for (String key : keys) {
            try {
                trusted.add(KeyFactory.getInstance("Ed25519")
                        .generatePublic(
                                new X509EncodedKeySpec(Base64.getDecoder().decode(key))));
            } catch (GeneralSecurityException | IllegalArgumentException e) {
                throw new PluginProblem(
                        "plugins.trustedKeys in config.yml holds \"" + key + "\", which is not an Ed25519 public key.",
                        "Maybe the lines BEGIN and END PUBLIC KEY were left in, or the line breaks.",
                        e);
            }
        }
        return new JarSignatures(trusted);
    }

    void check(PluginFolder folder) throws PluginProblem {
        if (trusted.isEmpty()) {
            return;
        }
        for (Path jar : folder.jars()) {
            Path signature = jar.resolveSibling(jar.getFileName() + ".sig");
            if (!Files.exists(signature)) {
                throw new PluginProblem(
                        jar.getFileName() + " is not signed, and plugins.trustedKeys in config.yml asks for it.",
                        "Maybe " + signature.getFileName() + " was not copied with it.");
            }
            if (!isSigned(jar, signature)) {
                throw new PluginProblem(
                        signature.getFileName() + " is no signature of " + jar.getFileName() + " by a trusted key.",
                        "Maybe the jar was changed after it had been signed, or its signer's key is not in"
                                + " plugins.trustedKeys.");
            }
            checkNamesNoOtherJar(jar);
        }
    }

    private boolean isSigned(Path jar, Path signature) throws PluginProblem {
        try {
            byte[] bytes = Files.readAllBytes(jar);
            byte[] signed = Files.readAllBytes(signature);
            for (PublicKey key : trusted) {
                if (isSignedBy(key, bytes, signed)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw unreadable(jar, e);
        }
    }

    private static boolean isSignedBy(PublicKey key, byte[] bytes, byte[] signed) {
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(bytes);
            return verifier.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** A manifest's Class-Path would be loaded too, and nobody has checked that. */
    private static void checkNamesNoOtherJar(Path jar) throws PluginProblem {
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            String classPath =
                    manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            for (String each : classPath == null
                    ? List.<String>of()
                    : List.of(classPath.trim().split("\\s+"))) {
                boolean beside = each.endsWith(".jar") && !each.contains("/") && !each.contains(":");
                if (!beside && !each.isEmpty()) {
                    throw new PluginProblem(
                            "The manifest of " + jar.getFileName() + " adds " + each + " to the class path.",
                            "Maybe that belongs beside the jar, signed as well.");
                }
            }
        } catch (IOException e) {
            throw unreadable(jar, e);
        }
    }

    private static PluginProblem unreadable(Path jar, IOException e) {
        return new PluginProblem(
                jar.getFileName() + " cannot be read: " + e + ".", "Maybe the engine's user may not read it.", e);
    }
}
