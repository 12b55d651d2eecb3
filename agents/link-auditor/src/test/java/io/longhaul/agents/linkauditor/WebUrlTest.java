package io.longhaul.agents.linkauditor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebUrlTest {

  @ParameterizedTest
  @CsvSource({
    "HTTP://Example.COM,                 http://example.com/",
    "http://example.com:80/a,            http://example.com/a",
    "https://example.com:443/a,          https://example.com/a",
    "http://example.com:443/a,           http://example.com:443/a",
    "http://example.com/a#part,          http://example.com/a",
    "http://example.com/a/./b/../c,      http://example.com/a/c",
    "http://example.com/../../a,         http://example.com/a",
    "http://example.com/a/..,            http://example.com/",
    "http://example.com/a//b,            http://example.com/a//b",
    "http://example.com?b=2&a=1,         http://example.com/?b=2&a=1",
    "http://example.com/%7euser/%c3%a9,  http://example.com/~user/%C3%A9",
    "http://example.com/%2e%2e/a,        http://example.com/a",
    "http://example.com/ä b,             http://example.com/%C3%A4%20b",
    "http://example.com/100%,            http://example.com/100%25",
    "http://example.com\\a\\b?c\\d,      http://example.com/a/b?c%5Cd",
    "http://bücher.example/,             http://xn--bcher-kva.example/",
    "http://example.com./,               http://example.com/",
    "http://my_host/,                    http://my_host/",
    "http://[::1]:8080/,                 http://[0:0:0:0:0:0:0:1]:8080/",
    "http://[::ffff:127.0.0.1]/,         http://127.0.0.1/",
    "http://2130706433/,                 http://127.0.0.1/",
    "http://0x7f.1/,                     http://127.0.0.1/",
    "http://0177.0.0.01/,                http://127.0.0.1/",
    "http://0xA9FEA9FE/,                 http://169.254.169.254/",
    "http://127.1/,                      http://127.0.0.1/",
    "http://１２７.0.0.1/,               http://127.0.0.1/"
  })
  void parseBringsEqualAddressesIntoOneForm(String written, String normal) throws BadUrl {
    assertThat(WebUrl.parse(written)).hasToString(normal);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.com",
        "ftp://example.com/",
        "file:///etc/passwd",
        "http:",
        "http:///path",
        "http://",
        "http://user:secret@example.com/",
        "http://example.com:99999/",
        "http://example.com:x/",
        "http://a b/",
        "http://a..b/",
        "http://1.2.3.4.5/",
        "http://256.1.1.1/",
        "http://0xffffffffffffffffff/",
        "http://08.1.1.1/",
        "http://[::1/",
        "http://[127.0.0.1]/",
        "http://[fe80::1%25eth0]/"
      })
  void parseWhenNoAddressOfTheWebSaysWhy(String written) {
    assertThatExceptionOfType(BadUrl.class)
        .isThrownBy(() -> WebUrl.parse(written))
        .withMessageNotContaining("secret");
  }

  /** RFC 3986, 5.4, without the fragments. */
  @ParameterizedTest
  @CsvSource({
    "g,          http://a/b/c/g",
    "./g,        http://a/b/c/g",
    "g/,         http://a/b/c/g/",
    "/g,         http://a/g",
    "//g,        http://g/",
    "?y,         http://a/b/c/d;p?y",
    "g?y,        http://a/b/c/g?y",
    ";x,         http://a/b/c/;x",
    "'',         http://a/b/c/d;p?q",
    "#s,         http://a/b/c/d;p?q",
    ".,          http://a/b/c/",
    "..,         http://a/b/",
    "../g,       http://a/b/g",
    "../../../g, http://a/g",
    "/./g,       http://a/g",
    "g.,         http://a/b/c/g.",
    "..g,        http://a/b/c/..g",
    "./../g,     http://a/b/g",
    "g;x=1/../y, http://a/b/c/y",
    "g?y/../x,   http://a/b/c/g?y/../x"
  })
  void resolveFollowsRfc3986(String reference, String expected) throws BadUrl {
    assertThat(WebUrl.parse("http://a/b/c/d;p?q").resolve(reference)).hasToString(expected);
  }

  @Test
  void parseOfItsOwnFormChangesNothing() {
    Random random = new Random(4711);
    String alphabet = "ab/.:?#%@[]&=\\ ä7x0-_~é漢\t\n\"<>|^";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder("http://h");
      random
          .ints(random.nextInt(24), 0, alphabet.length())
          .forEach(at -> text.append(alphabet.charAt(at)));
      assertStable(text.toString());
    }
  }

  private static void assertStable(String text) {
    try {
      String once = WebUrl.parse(text).toString();
      assertThat(WebUrl.parse(once)).as(text).hasToString(once);
      assertThat(once).as(text).matches("http://[!-~]+").doesNotContain("#", "/./", "/../");
    } catch (BadUrl expected) {
      assertThat(expected).hasMessageNotContaining("null");
    }
  }
}
