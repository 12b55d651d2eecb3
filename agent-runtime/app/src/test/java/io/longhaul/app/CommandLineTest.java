package io.longhaul.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.longhaul.lifecycle.ExitCode;
import io.longhaul.lifecycle.StartFailure;
import io.longhaul.manifest.Auth;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {

  @Test
  void nothingSaidLeavesTheDefaults() {
    var options = CommandLine.parse(List.of());
    assertThat(options)
        .isEqualTo(
            new Options(
                Path.of("agent.yaml"),
                8000,
                null,
                null,
                "embedded",
                null,
                null,
                Path.of("/var/runtime"),
                null,
                "info"));
  }

  @Test
  void valuesStandBehindTheirOptionOrBehindAnEqualsSign() {
    var options =
        CommandLine.parse(List.of("--port", "0", "--drain=2m", "--access", "api-key", "--data=d"));
    assertThat(options.port()).isZero();
    assertThat(options.drain()).isEqualTo(Duration.ofMinutes(2));
    assertThat(options.access()).isEqualTo(Auth.API_KEY);
    assertThat(options.data()).isEqualTo(Path.of("d"));
  }

  @ParameterizedTest
  @CsvSource({
    "--prot, 8000, Unknown option: --prot",
    "--port, 70000, expected a port from 0 to 65535",
    "--port, x, expected a port",
    "--drain, soon, expected a duration such as 30s",
    "--access, all, 'expected one of api-key, jwt, sigv4, network, none'",
    "--jobs, aws, expected embedded",
    "--log-level, loud, 'expected error, warn'",
    "--environment, Prod!, expected up to 16"
  })
  void whatDoesNotFitIsNamed(String option, String value, String part) {
    assertThatExceptionOfType(StartFailure.class)
        .isThrownBy(() -> CommandLine.parse(List.of(option, value)))
        .withMessageContaining(part)
        .extracting(StartFailure::code)
        .isEqualTo(ExitCode.CONFIGURATION);
  }

  @Test
  void missingValueIsNamed() {
    assertThatExceptionOfType(StartFailure.class)
        .isThrownBy(() -> CommandLine.parse(List.of("--port")))
        .withMessageContaining("--port needs a value");
  }
}
