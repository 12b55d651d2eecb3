package io.longhaul.benchmarks.execute;

import java.util.Map;
import java.util.Objects;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The yardstick: what Spring Boot's starter gives for the same records, nothing around it. */
@EnableAutoConfiguration
@RestController
public class BareServer {

  /** Longhaul's server settings where they differ from Boot's defaults. */
  private static final Map<String, Object> SETTINGS =
      Map.of(
          "server.port",
          0,
          "server.address",
          "127.0.0.1",
          "spring.threads.virtual.enabled",
          true,
          "server.tomcat.max-keep-alive-requests",
          -1,
          "server.tomcat.keep-alive-timeout",
          "75s",
          "server.tomcat.accept-count",
          1024,
          "server.tomcat.max-connections",
          16_384,
          "spring.main.banner-mode",
          "off",
          "logging.level.root",
          "warn");

  /** Serves until it is ended. */
  public static void main(String[] arguments) {
    var application = new SpringApplication(BareServer.class);
    application.setDefaultProperties(SETTINGS);
    var context = (ServletWebServerApplicationContext) application.run(arguments);
    System.out.println(
        "bare controller serves on http://127.0.0.1:"
            + Objects.requireNonNull(context.getWebServer()).getPort());
  }

  @PostMapping("/execute")
  Echo execute(@RequestBody Note note) {
    return Echo.of(note);
  }

  /** The floor of a call through an instance: nothing is read. */
  @PostMapping(value = "/echo", produces = "application/json")
  byte[] echo(@RequestBody byte[] body) {
    return body;
  }
}
