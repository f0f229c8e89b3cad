package cip.core.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PmmlGateTest {
    private static final Path PACKS = SharedData.at("checks/packs");

    /** @param expectation accept, reject, or survive: either will do, as long as nothing else happens */
    record HostileFile(String id, String file, String expectation) {
        @Override
        public String toString() {
            return id;
        }
    }

    static List<HostileFile> hostileFiles() {
        return SharedData.lines(PACKS.resolve("index.tsv")).stream()
                .map(line -> line.split("\t"))
                .filter(cells -> cells[1].startsWith("pmml"))
                .map(cells -> new HostileFile(cells[0], cells[2], cells[3]))
                .toList();
    }

    @Test
    void thereAre31HostileFiles() {
        assertThat(hostileFiles()).hasSize(31);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostileFiles")
    void aHostileFileIsRefusedOrHarmless(HostileFile hostile) {
        byte[] bytes = SharedData.bytes(PACKS.resolve(hostile.file()));
        switch (hostile.expectation()) {
            case "accept" -> assertThat(PmmlModel.read(bytes).inputs()).hasSize(1);
            case "reject" -> assertRefused(bytes);
            case "survive" -> assertRefusedOrScores(bytes);
            default -> throw new AssertionError("Unknown expectation " + hostile.expectation());
        }
    }

    private static void assertRefused(byte[] bytes) {
        assertThatThrownBy(() -> PmmlModel.read(bytes)).isInstanceOfSatisfying(EngineException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.INVALID_MODEL);
            assertThat(e.getMessage()).contains("\nMaybe");
        });
    }

    private static void assertRefusedOrScores(byte[] bytes) {
        try {
            PmmlModel.read(bytes);
        } catch (EngineException e) {
            assertThat(e.code()).isEqualTo(ErrorCode.INVALID_MODEL);
        }
    }
}
