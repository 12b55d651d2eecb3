package io.longhaul.lambda.instances;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.longhaul.handler.Json;
import io.longhaul.lambda.calls.CallOptions;
import io.longhaul.lambda.extensions.About;
import io.longhaul.lambda.runtimeapi.Invocation;
import io.longhaul.lambda.runtimeapi.Poll;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class InstanceTest {

  private final Line line = new Line();
  private final Instance instance = instance(line, 1);

  static Instance instance(Line line, int concurrency) {
    return new Instance(
        new Crew(
            new About("tested", "app", 128),
            concurrency,
            true,
            line,
            new Errors(JsonMapper.shared()),
            Clock.systemUTC(),
            JsonMapper.shared(),
            _ -> {}));
  }

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
    instance.next((_, _) -> {});
    assertThat(instance.begin((_, _) -> {}, invocation("2"), CallOptions.NONE)).isNull();
  }

  @Test
  void workerThatEndsAmongOthersFailsItsCallAlone() throws Exception {
    var shared = instance(line, 2);
    shared.next((_, _) -> {});
    shared.next((_, _) -> {});
    var first = line.take().take(invocation("1"), CallOptions.NONE);
    var second = line.take().take(invocation("2"), CallOptions.NONE);
    shared.gone("1");
    assertThat(shared.response("2", "true".getBytes(UTF_8))).isTrue();
    assertThatThrownBy(() -> first.await()).hasMessageContaining("worker ended in mid-call");
    assertThat(second.await()).hasToString("true");
  }

  @Test
  void clientThatClosesItsConnectionAfterEachRequestIsNotGone() throws Exception {
    var flight = fly("1");
    instance.gone("1");
    instance.response("1", "true".getBytes(UTF_8));
    assertThat(flight.await()).hasToString("true");
  }

  @Test
  void clientThatHasGoneIsGivenNoCall() throws Exception {
    Poll gone = (_, _) -> {};
    Poll back = (_, _) -> {};
    instance.next(gone);
    instance.next(back);
    instance.left(gone);
    assertThat(line.take().poll()).isSameAs(back);
  }

  @Test
  void callThatDoesNotReachItsClientCanBeGivenToAnother() throws Exception {
    instance.next((_, lost) -> lost.run());
    var flight = line.take().take(invocation("1"), CallOptions.NONE);
    assertThat(flight.await()).isNull();
    assertThat(instance.flights()).isZero();
  }

  private Flight fly(String id) throws Exception {
    instance.next((_, _) -> {});
    var flight = line.take().take(invocation(id), CallOptions.NONE);
    assertThat(flight).isNotNull();
    return flight;
  }

  private static Invocation invocation(String id) {
    return new Invocation(id, 0, "arn", "Root=1", null, Json.of("{}"));
  }
}
