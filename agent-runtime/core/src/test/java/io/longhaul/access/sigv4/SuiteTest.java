package io.longhaul.access.sigv4;

import static org.assertj.core.api.Assertions.assertThat;

import io.longhaul.agent.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** AWS's published test suite. */
class SuiteTest {

  private static final Secret SECRET = new Secret("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");
  private static final SigningTime TIME = SigningTime.of("20150830T123600Z");
  private static final Scope SCOPE = new Scope("20150830", "us-east-1", "service");

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "suite.txt", delimiter = '|', quoteCharacter = '`')
  void signatureIsTheOneThatAwsPublished(
      String name, String method, String target, String headers, String body, String signature)
      throws IOException {
    String[] parts = wire(target).split("\\?", 2);
    var sent = headers(headers);
    var request =
        new CanonicalRequest(
            method,
            parts[0],
            parts.length == 1 ? null : parts[1],
            sent.canonical(List.copyOf(sent.values().keySet())),
            Digests.sha256(Objects.requireNonNullElse(body, "").getBytes(StandardCharsets.UTF_8)));
    var signed = new SignedText(TIME, SCOPE, request);
    assertThat(signed.signature(SECRET)).as(name + "\n" + request).isEqualTo(signature);
    assertThat(signed.isSignedBy(SECRET, signature)).isTrue();
  }

  private static Headers headers(String text) {
    var headers = new TreeMap<String, List<String>>();
    for (String header : Arrays.asList(text.split(" & ", -1))) {
      String[] parts = header.split(":", 2);
      headers
          .computeIfAbsent(parts[0].toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
          .add(parts[1]);
    }
    return new Headers(headers);
  }

  /** As servers hand it over: a character for each byte. */
  private static String wire(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
