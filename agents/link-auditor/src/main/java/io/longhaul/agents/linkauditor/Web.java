package io.longhaul.agents.linkauditor;

import io.longhaul.agent.Client;
import io.longhaul.agent.ClientUnavailable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/**
 * Asks servers through the manifest's client {@code web}, so that rate, concurrency and retries are
 * the operator's. Only what another try may mend leaves a call as an exception; every other failure
 * is a finding, which neither retries nor a circuit breaker need to know.
 */
final class Web {

  private static final int PATIENCE_WITH_CLIENT = 30;
  private static final Duration UNTIL_NEXT_PLACE = Duration.ofSeconds(1);

  private final Client client;
  private final HttpExchange exchange;
  private final Sleeper sleeper;

  Web(Client client, HttpExchange exchange, Sleeper sleeper) {
    this.client = client;
    this.exchange = exchange;
    this.sleeper = sleeper;
  }

  /**
   * Asks, again where that may help.
   *
   * @param patience for each try, asked anew before each
   */
  Reply ask(Purpose purpose, WebUrl url, Supplier<Duration> patience) throws InterruptedException {
    try {
      return throughClient(() -> attempt(purpose, url, patience.get()));
    } catch (TryAgain e) {
      return e.reply;
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      return new Reply.Unreachable("no answer: " + e.getMessage());
    }
  }

  /** A place that is not free yet says nothing about the link: it is waited for. */
  private Reply throughClient(Callable<Reply> work) throws Exception {
    for (int i = 1; ; i++) {
      try {
        return client.call(work);
      } catch (ClientUnavailable e) {
        if (i == PATIENCE_WITH_CLIENT) {
          throw e;
        }
        sleeper.sleep(UNTIL_NEXT_PLACE);
      }
    }
  }

  private Reply attempt(Purpose purpose, WebUrl url, Duration patience)
      throws TryAgain, InterruptedException {
    try {
      Answer answer = exchange.ask(purpose, url, patience);
      Reply reply = new Reply.Answered(answer);
      if (answer.isTransient() && answer.retryAfter().isEmpty()) {
        throw new TryAgain(reply);
      }
      return reply;
    } catch (AddressRefused e) {
      return new Reply.Forbidden(FailureWords.of(e));
    } catch (IOException e) {
      return failed(e);
    }
  }

  private static Reply failed(IOException failure) throws TryAgain, InterruptedException {
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedException();
    }
    Reply reply = new Reply.Unreachable(FailureWords.of(failure));
    if (FailureWords.mayPass(failure)) {
      throw new TryAgain(reply);
    }
    return reply;
  }

  /** Carries a reply through the client's retries; the last one is the result. */
  private static final class TryAgain extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Reply reply;

    TryAgain(Reply reply) {
      super(String.valueOf(reply));
      this.reply = reply;
    }
  }
}
