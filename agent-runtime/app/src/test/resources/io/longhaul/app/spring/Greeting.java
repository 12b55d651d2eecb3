package example;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
public class Greeting {

  public record Guest(String name) {}

  public record Welcome(String text, int calls) {}

  @Bean
  public Function<Guest, Welcome> welcome() {
    var calls = new AtomicInteger();
    return guest -> {
      var call = calls.incrementAndGet();
      if (guest.name().isEmpty()) {
        throw new IllegalArgumentException("nobody there");
      }
      return new Welcome("Welcome, " + guest.name(), call);
    };
  }
}
