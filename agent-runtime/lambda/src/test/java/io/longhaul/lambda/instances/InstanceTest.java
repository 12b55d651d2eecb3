package io.longhaul.lambda.instances;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.longhaul.handler.FunctionError;
import io.longhaul.handler.Json;
import io.longhaul.lambda.calls.CallOptions;
import io.longhaul.lambda.extensions.About;
import io.longhaul.lambda.runtimeapi.Invocation;
import io.longhaul.lambda.runtimeapi.Poll;
import io.longhaul.lambda.runtimeapi.Report;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
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
    var waiting = flight("2");
    line.join(waiting);
    assertThat(waiting.instance()).isNull();
  }

  @Test
  void instanceIsGivenNoMoreCallsThanItsConcurrency() throws Exception {
    var shared = instance(line, 2);
    for (int poll = 0; poll < 3; poll++) {
      shared.next((_, _) -> {});
    }
    var first = joined("1");
    var second = joined("2");
    var third = joined("3");
    assertThat(first.instance()).isSameAs(shared);
    assertThat(second.instance()).isSameAs(shared);
    assertThat(third.instance()).isNull();
    assertThat(shared.response("1", "true".getBytes(UTF_8))).isTrue();
    assertThat(third.instance()).isSameAs(shared);
  }

  @Test
  void waitingCallsAreTakenUpToTheConcurrencyToo() throws Exception {
    var waiting = List.of(joined("1"), joined("2"), joined("3"));
    var shared = instance(line, 2);
    for (int poll = 0; poll < 3; poll++) {
      shared.next((_, _) -> {});
    }
    assertThat(waiting.getLast().instance()).isNull();
    assertThat(shared.flights()).isEqualTo(2);
  }

  @Test
  void onlyTheFirstInitErrorIsTaken() {
    assertThat(instance.initError(report("first"))).isTrue();
    assertThat(instance.initError(report("second"))).isFalse();
    assertThat(instance.initError()).hasMessage("first");
  }

  @Test
  void readyProcessHasNoInitError() {
    instance.next((_, _) -> {});
    assertThat(instance.initError(report("late"))).isFalse();
    assertThat(instance.initError()).isNull();
  }

  private static Report report(String message) {
    return new Report("Bad", Json.of("{\"errorMessage\":\"" + message + "\"}"));
  }

  @Test
  void workerThatEndsAmongOthersFailsItsCallAlone() throws Exception {
    var shared = instance(line, 2);
    shared.next((_, _) -> {});
    shared.next((_, _) -> {});
    var first = joined("1");
    var second = joined("2");
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
    var given = new ArrayList<String>();
    Poll gone = (_, _) -> given.add("gone");
    instance.next(gone);
    instance.next((_, _) -> given.add("back"));
    instance.left(gone);
    line.join(flight("1"));
    assertThat(given).containsExactly("back");
  }

  @Test
  void callThatDoesNotReachItsClientIsGivenToTheNextBeforeThoseWhoCameLater() throws Exception {
    var lost = new ArrayList<Runnable>();
    instance.next((_, away) -> lost.add(away));
    var first = joined("1");
    var later = joined("2");
    lost.forEach(Runnable::run);
    instance.next((_, _) -> {});
    assertThat(instance.response("1", "true".getBytes(UTF_8))).isTrue();
    assertThat(first.await()).hasToString("true");
    assertThat(later.instance()).isNull();
  }

  @Test
  void callThatNobodyWaitsForAnyMoreLeavesTheClientToTheNext() throws Exception {
    var abandoned = joined("1");
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> abandoned.await()).isInstanceOf(InterruptedException.class);
    var next = joined("2");
    instance.next((_, _) -> {});
    assertThat(abandoned.instance()).isNull();
    assertThat(next.instance()).isSameAs(instance);
  }

  @Test
  void waitingCallIsRefusedWhenNoInstanceCanStart() {
    var waiting = joined("1");
    line.broken(new FunctionError("Runtime.ExitError", "it ends at once", Json.of("{}")));
    assertThatThrownBy(() -> waiting.await()).hasMessage("it ends at once");
    var late = joined("2");
    assertThatThrownBy(() -> late.await()).hasMessage("it ends at once");
  }

  private Flight fly(String id) {
    instance.next((_, _) -> {});
    var flight = joined(id);
    assertThat(flight.instance()).isSameAs(instance);
    return flight;
  }

  private Flight joined(String id) {
    var flight = flight(id);
    line.join(flight);
    return flight;
  }

  static Flight flight(String id) {
    return new Flight(
        new Invocation(id, 0, "arn", "Root=1", null, Json.of("{}")), CallOptions.NONE);
  }
}
