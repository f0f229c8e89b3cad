package cip.server.simulations;

import static org.assertj.core.api.Assertions.assertThat;

import cip.core.customer.CustomerId;
import cip.core.simulate.Change;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeBlockTest {
    @Test
    void whoWasWrittenIsReadAgain() {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < ChangeBlock.CHANGES; i++) {
            changes.add(new Change(
                    new CustomerId("Ü" + i), "segment " + i % 7, "", "a" + i % 61, "b" + i % 3, i / 3.0, -i * 1e9));
        }

        ChangeBlock block = ChangeBlock.of(3, changes);

        assertThat(block.number()).isEqualTo(3);
        assertThat(block.last()).isEqualTo("Ü" + (ChangeBlock.CHANGES - 1));
        assertThat(ChangeBlock.read(block.text())).isEqualTo(changes);
    }
}
