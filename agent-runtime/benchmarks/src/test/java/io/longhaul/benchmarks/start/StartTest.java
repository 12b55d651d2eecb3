package io.longhaul.benchmarks.start;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.longhaul.benchmarks.measure.Workspace;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartTest {

  @Test
  void serviceThatEndsInsteadOfAnsweringIsToldWithWhatItSaid() throws Exception {
    var command = List.of("sh", "-c", "echo no manifest here");
    try (var workspace = Workspace.create();
        var start = Start.of(command, 9, workspace)) {
      assertThatThrownBy(() -> start.awaitAnswer(Duration.ofMinutes(1)))
          .hasMessageContaining("no manifest here");
    }
  }

  @Test
  void commandThatFailsIsNamed() throws Exception {
    try (var workspace = Workspace.create()) {
      assertThatThrownBy(() -> Start.await(List.of("sh", "-c", "echo why; exit 3"), workspace))
          .hasMessageContaining("exit 3")
          .hasMessageContaining("why");
    }
  }
}
