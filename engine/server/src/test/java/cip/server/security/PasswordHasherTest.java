package cip.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordHasherTest {
    private final PasswordHasher hasher = new PasswordHasher(new Secrets());

    @Test
    void isArgon2idWithTheStatedCost() {
        assertThat(hasher.hash("a long enough sentence")).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void recognisesThePasswordAndNoOther() {
        String kept = hasher.hash("a long enough sentence");
        assertThat(hasher.matches("a long enough sentence", kept)).isTrue();
        assertThat(hasher.matches("a long enough sentencE", kept)).isFalse();
        assertThat(hasher.matches("", kept)).isFalse();
    }

    @Test
    void thePasswordTwiceIsKeptDifferently() {
        assertThat(hasher.hash("a long enough sentence")).isNotEqualTo(hasher.hash("a long enough sentence"));
    }
}
