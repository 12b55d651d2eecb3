package io.longhaul.lambda.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.longhaul.handler.FunctionError;
import io.longhaul.handler.Json;
import io.longhaul.lambda.calls.CallOptions;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What AWS's own client for Java does with functions that cannot be loaded, or die. */
@Timeout(120)
class JavaFailuresTest {

  @TempDir private Path folder;

  /** Cannot be made. */
  public static final class Unmade implements RequestHandler<Map<String, String>, String> {

    /** Reads a configuration, one would think. */
    public Unmade() {
      throw new IllegalStateException("no configuration");
    }

    @Override
    public String handleRequest(Map<String, String> input, Context context) {
      return "never";
    }
  }

  /** Keeps more than it has memory for. */
  public static final class Greedy implements RequestHandler<Map<String, String>, String> {
    @Override
    public String handleRequest(Map<String, String> input, Context context) {
      var kept = new ArrayList<byte[]>();
      while (input.containsKey("greedy")) {
        kept.add(new byte[1 << 20]);
      }
      return context.getAwsRequestId() + kept;
    }
  }

  @Test
  void constructorThatFailsIsWhatCallersGet() throws Exception {
    try (var instances = start(Unmade.class.getName())) {
      assertThatThrownBy(() -> call(instances, "1", "{}"))
          .isInstanceOfSatisfying(
              FunctionError.class,
              error ->
                  assertThat(error.payload().toString())
                      .contains("\"errorMessage\":\"no configuration\"")
                      .contains("\"errorType\":\"java.lang.IllegalStateException\""));
    }
  }

  /** Its client tells this with the first call, and goes on. */
  @Test
  void classThatIsMissingIsTheErrorOfEachCall() throws Exception {
    try (var instances = start("com.example.Missing")) {
      for (var id : new String[] {"1", "2"}) {
        assertThatThrownBy(() -> call(instances, id, "{}"))
            .isInstanceOfSatisfying(
                FunctionError.class,
                error ->
                    assertThat(error.errorType()).isEqualTo("java.lang.ClassNotFoundException"))
            .hasMessageContaining("com.example.Missing");
      }
    }
  }

  @Test
  void processWhoseMemoryIsFullTellsItAndTheNextOneRunsAnew() throws Exception {
    try (var instances = start(Greedy.class.getName())) {
      assertThatThrownBy(() -> call(instances, "1", "{\"greedy\": \"\"}"))
          .isInstanceOfSatisfying(
              FunctionError.class,
              error -> assertThat(error.errorType()).isEqualTo("java.lang.OutOfMemoryError"))
          .hasMessageContaining("heap");
      assertThat(call(instances, "2", "{}")).isEqualTo("\"2[]\"");
    }
  }

  private Instances start(String handler) throws Exception {
    return new JavaFolder(folder)
        .code(Unmade.class)
        .code(Greedy.class)
        .start(handler, 1, 1, Map.of(), Bubblewrap.orNone());
  }

  private static String call(Instances instances, String id, String event) throws Exception {
    return instances
        .call(id, Instant.now().plusSeconds(60), Json.of(event), CallOptions.NONE)
        .toString();
  }
}
