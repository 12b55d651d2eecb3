package io.longhaul.agents.linkauditor;

import static org.assertj.core.api.Assertions.assertThat;

import io.longhaul.agent.Client;
import io.longhaul.agent.ClientUnavailable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the manifest's client gets to see: only what another try may mend. */
class WebTest {

  private final List<Duration> waits = new ArrayList<>();
  private TestSite site;

  @BeforeEach
  void start() throws IOException {
    site = new TestSite();
  }

  @AfterEach
  void stop() {
    site.close();
  }

  @Test
  void askWhenServerIsBusyIsRetriedByTheClientAndTheLastAnswerCounts() throws Exception {
    site.status("/", 502);

    assertThat(ask(new Retrying(3), "/"))
        .isInstanceOfSatisfying(
            Reply.Answered.class, reply -> assertThat(reply.answer().status()).isEqualTo(502));
    assertThat(site.count("GET /")).isEqualTo(3);
  }

  @Test
  void askWhenConnectionBreaksIsRetried() throws Exception {
    site.on("/", exchange -> exchange.close());

    assertThat(ask(new Retrying(2), "/"))
        .isEqualTo(new Reply.Unreachable("the connection broke off"));
    assertThat(site.count("GET /")).isEqualTo(2);
  }

  @Test
  void askWhenPageIsMissingIsNoFailureOfTheClient() throws Exception {
    ask(new Retrying(3), "/missing");

    assertThat(site.count("GET /missing")).isEqualTo(1);
  }

  @Test
  void askWhenClientHasNoPlaceWaitsForOne() throws Exception {
    Client full = new Unavailable(2);

    assertThat(ask(full, "/missing")).isInstanceOf(Reply.Answered.class);
    assertThat(waits).hasSize(2);
  }

  private Reply ask(Client client, String path) throws Exception {
    AddressPolicy open = new AddressPolicy(EnumSet.allOf(AddressPolicy.Opening.class));
    GuardedResolver resolver = new GuardedResolver(open, InetAddress::getAllByName);
    try (var http = HttpClients.create(resolver, "test/1")) {
      Web web = new Web(client, new HttpExchange(http, System::nanoTime), waits::add);
      return web.ask(Purpose.PAGE, WebUrl.parse(site.url(path)), () -> Duration.ofSeconds(20));
    }
  }

  private record Retrying(int tries) implements Client {

    @Override
    public <T> T call(Callable<T> work) throws Exception {
      for (int i = 1; ; i++) {
        try {
          return work.call();
        } catch (Exception e) {
          if (i == tries) {
            throw e;
          }
        }
      }
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
      throw new UnsupportedOperationException();
    }
  }

  private static final class Unavailable implements Client {

    private int refusals;

    Unavailable(int refusals) {
      this.refusals = refusals;
    }

    @Override
    public <T> T call(Callable<T> work) throws Exception {
      if (refusals-- > 0) {
        throw new ClientUnavailable("client web: no place", new IllegalStateException());
      }
      return work.call();
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
      throw new UnsupportedOperationException();
    }
  }
}
