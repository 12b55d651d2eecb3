package io.longhaul.lambda.instances;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class ErrorsTest {

  @ParameterizedTest
  @CsvSource({
    "0, exit status 0",
    "1, exit status 1",
    "128, exit status 128",
    "129, signal: signal 1",
    "134, signal: aborted",
    "137, signal: killed",
    "159, signal: signal 31",
    "160, exit status 160",
    "255, exit status 255",
  })
  void endIsToldByItsSignalWhereLinuxHasOneOfThatNumber(int code, String said) {
    var error = new Errors(JsonMapper.shared()).exited("7", code);
    assertThat(error.errorType()).isEqualTo("Runtime.ExitError");
    assertThat(error).hasMessage("RequestId: 7 Error: Runtime exited with error: " + said);
  }
}
