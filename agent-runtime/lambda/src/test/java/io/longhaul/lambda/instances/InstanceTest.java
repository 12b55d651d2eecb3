package io.longhaul.lambda.instances;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.longhaul.handler.Json;
import io.longhaul.lambda.runtimeapi.Invocation;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class InstanceTest {

  private final Line line = new Line();
  private final Instance instance =
      new Instance(1, line, new Errors(JsonMapper.shared()), Json::of);

  @Test
  void callThatHasEndedIsNoReasonToEndItsProcess() throws Exception {
    var first = fly("1");
    assertThat(instance.response("1", "true".getBytes(UTF_8))).isTrue();
    var second = fly("2");
    assertThat(instance.abandon(first)).isFalse();
    assertThat(instance.abandon(second)).isTrue();
  }

  @Test
  void processThatIsToEndTakesNoFurtherCall() throws Exception {
    var abandoned = fly("1");
    assertThat(instance.abandon(abandoned)).isTrue();
    instance.response("1", "true".getBytes(UTF_8));
    instance.next(_ -> {});
    assertThat(instance.begin(_ -> {}, invocation("2"))).isNull();
  }

  private Flight fly(String id) throws Exception {
    instance.next(_ -> {});
    var flight = line.take().take(invocation(id));
    assertThat(flight).isNotNull();
    return flight;
  }

  private static Invocation invocation(String id) {
    return new Invocation(id, 0, "arn", "Root=1", Json.of("{}"));
  }
}
