package io.longhaul.destinations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.longhaul.handler.Json;
import org.junit.jupiter.api.Test;

/** What destinations do that take not every record. Files take every one. */
public abstract class RejectionContract extends DestinationsContract {

  /** A record that no destination takes. */
  protected abstract Json unacceptable();

  @Test
  final void sendOfWhatIsNeverTakenSaysSoAndHoldsUpNobody() throws Exception {
    assertThatThrownBy(() -> destinations().send(QUEUE, unacceptable()))
        .isInstanceOf(RecordRejected.class)
        .hasMessageContaining(QUEUE);
    destinations().send(QUEUE, Json.of("1"));
    assertThat(received(QUEUE)).containsExactly(Json.of("1"));
  }

  @Test
  final void sendOfWhatIsNeverTakenWhileItIsAwayMayBeTriedAgain() throws Exception {
    away(true);
    assertThatThrownBy(() -> destinations().send(QUEUE, unacceptable()))
        .isInstanceOfAny(DestinationAway.class, RecordRejected.class);
  }
}
