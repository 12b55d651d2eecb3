package io.longhaul.cli.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceFileTest {

  private static final long OWN_PID = ProcessHandle.current().pid();

  @TempDir private Path data;

  @Test
  void serviceWhoseProcessRunsIsAlive() throws Exception {
    write(
        "{\"pid\": %d, \"url\": \"http://127.0.0.1:8000\", \"started_at\": \"%s\"}"
            .formatted(OWN_PID, Instant.now()));
    assertThat(ServiceFile.alive(data).orElseThrow().url()).hasToString("http://127.0.0.1:8000");
  }

  @Test
  void processThatBeganAfterTheServiceOnlyHasItsNumber() throws Exception {
    write(
        "{\"pid\": %d, \"url\": \"http://127.0.0.1:8000\", \"started_at\": \"2020-01-01T00:00:00Z\"}"
            .formatted(OWN_PID));
    assertThat(ServiceFile.alive(data)).isEmpty();
  }

  @Test
  void halfWrittenFileIsNobody() throws Exception {
    write("{\"pid\": 1, \"url");
    assertThat(ServiceFile.alive(data)).isEmpty();
  }

  @Test
  void folderWithoutAFileIsNobodys() {
    assertThat(ServiceFile.alive(data)).isEmpty();
  }

  private void write(String text) throws Exception {
    Files.writeString(data.resolve(ServiceFile.NAME), text);
  }
}
