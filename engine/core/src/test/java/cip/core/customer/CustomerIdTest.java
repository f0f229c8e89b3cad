package cip.core.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cip.core.error.EngineException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CustomerIdTest {
    private static final List<String> CHARACTERS = List.of(
            "0", "z", "é", "\uD7FF", "\uE000", "\uFB01", "\uFFFD", "\uD83D\uDE00", "\uD83D\uDE01", "\uDBFF\uDFFD");

    @Test
    void orderIsThatOfTheBytesOfUtf8() {
        Random random = new Random(7);
        List<CustomerId> ids = IntStream.range(0, 2_000)
                .mapToObj(i -> new CustomerId(text(random)))
                .toList();

        List<CustomerId> sorted = ids.stream().sorted().toList();

        assertThat(sorted)
                .isEqualTo(ids.stream()
                        .sorted(Comparator.comparing(CustomerIdTest::utf8, Arrays::compareUnsigned))
                        .toList());
    }

    @Test
    void equalIdsCompareAsEqual() {
        assertThat(new CustomerId("😀2")).isEqualByComparingTo(new CustomerId("\uD83D\uDE002"));
        assertThat(new CustomerId("a")).isLessThan(new CustomerId("aa"));
    }

    @Test
    void halfOfACharacterIsRefused() {
        assertThatThrownBy(() -> new CustomerId("a\uD83D"))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("half of a character");
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i <= random.nextInt(4); i++) {
            text.append(CHARACTERS.get(random.nextInt(CHARACTERS.size())));
        }
        return text.toString();
    }

    private static byte[] utf8(CustomerId id) {
        return id.value().getBytes(StandardCharsets.UTF_8);
    }
}
