package io.longhaul.destinations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.longhaul.handler.Json;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link Destinations} must do. {@link RejectionContract} adds what some can do. */
public abstract class DestinationsContract {

  static final String QUEUE = "arn:aws:sqs:eu-west-1:123456789012:failed";
  static final String TOPIC = "arn:aws:sns:eu-west-1:123456789012:failed";

  /** Those under test, with the two above empty; the same for a whole test. */
  protected abstract Destinations destinations();

  /** What a destination has received, in any order. */
  protected abstract List<Json> received(String arn) throws Exception;

  /** Makes all of them unreachable, or reachable again. */
  protected abstract void away(boolean now) throws Exception;

  @Test
  final void sendWhenItReturnsHasHandedOverTheRecord() throws Exception {
    var records =
        IntStream.range(0, 3).mapToObj(n -> Json.of("{\"n\":" + n + ",\"\u00fc\":[]}")).toList();
    records.forEach(record -> destinations().send(QUEUE, record));
    assertThat(received(QUEUE)).containsExactlyInAnyOrderElementsOf(records);
  }

  @Test
  final void sendReachesNobodyElse() throws Exception {
    destinations().send(QUEUE, Json.of("1"));
    destinations().send(TOPIC, Json.of("2"));
    assertThat(received(QUEUE)).containsExactly(Json.of("1"));
    assertThat(received(TOPIC)).containsExactly(Json.of("2"));
  }

  @Test
  final void sendWhenItIsAwaySaysSoAndWorksLater() throws Exception {
    destinations().send(QUEUE, Json.of("1"));
    away(true);
    assertThatThrownBy(() -> destinations().send(QUEUE, Json.of("2")))
        .isInstanceOf(DestinationAway.class)
        .hasMessageContaining(QUEUE);
    away(false);
    destinations().send(QUEUE, Json.of("3"));
    assertThat(received(QUEUE)).containsExactlyInAnyOrder(Json.of("1"), Json.of("3"));
  }
}
