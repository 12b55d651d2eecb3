package io.longhaul.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.longhaul.agent.Default;
import io.longhaul.agent.Format;
import io.longhaul.agent.InvalidInput;
import io.longhaul.agent.Maximum;
import io.longhaul.agent.Minimum;
import io.longhaul.handler.Json;
import io.longhaul.handler.MalformedInput;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InputBinderTest {

  enum Mode {
    QUICK,
    FULL
  }

  record Page(@Format("uri") String url, @Default("1") int weight) {}

  record Limits(
      @Default("20") @Minimum(1) @Maximum(500) int maxPages,
      @Default("PT10S") Duration timeout,
      @Default("QUICK") Mode mode) {}

  record Audit(
      @Format("uri") String url,
      @Default("{}") Limits limits,
      @Maximum(3) @Default("[]") List<Page> pages,
      @Nullable String note,
      Optional<Instant> since,
      @Default("{}") Map<String, Double> weights,
      @Nullable Object extra) {

    Audit {
      if (url.endsWith("/refused")) {
        throw new InvalidInput("url", "no");
      }
    }
  }

  private final InputBinder<Audit> binder = new InputBinder<>(StrictJson.newMapper(), Audit.class);

  private Audit bind(String json) {
    return binder.bind(Json.of(json.replace('\'', '"')));
  }

  @Test
  void bindFillsInDefaults() {
    var audit = bind("{'url':'http://a/'}");
    assertThat(audit.limits()).isEqualTo(new Limits(20, Duration.ofSeconds(10), Mode.QUICK));
    assertThat(audit.pages()).isEmpty();
    assertThat(audit.note()).isNull();
    assertThat(audit.since()).isEmpty();
  }

  @Test
  void bindReadsNestedValues() {
    var audit =
        bind(
            "{'limits':{'max_pages':5.0,'mode':'FULL'},'url':'http://a/','weights':{'a':1},"
                + "'pages':[{'url':'http://b/','weight':2}],'since':'2026-01-01T00:00:00+01:00',"
                + "'extra':{'a':[1,null,true]}}");
    assertThat(audit.limits().maxPages()).isEqualTo(5);
    assertThat(audit.pages()).containsExactly(new Page("http://b/", 2));
    assertThat(audit.since()).contains(Instant.parse("2025-12-31T23:00:00Z"));
    assertThat(audit.weights()).containsEntry("a", 1.0);
    assertThat(String.valueOf(audit.extra())).isEqualTo("{a=[1, null, true]}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                            | url               | the field is missing; the input needs url
          []                                            |                   | expected an object, found a list
          {'url':5}                                     | url               | expected an absolute URI such as https://example.com/a, found 5
          {'url':'x'}                                   | url               | expected an absolute URI such as https://example.com/a, found the text "x"
          {'url':null}                                  | url               | expected an absolute URI such as https://example.com/a, found null
          {'limits':{'max_pages':'5'}}                  | limits.max_pages  | expected a whole number from 1 to 500, found the text "5"
          {'limits':{'max_pages':1.5}}                  | limits.max_pages  | expected a whole number from 1 to 500, found 1.5
          {'limits':{'max_pages':501}}                  | limits.max_pages  | expected a whole number from 1 to 500, found 501
          {'limits':{'max_pages':null}}                 | limits.max_pages  | expected a whole number from 1 to 500, found null
          {'limits':{'max_page':5}}                     | limits.max_page   | there is no such field; did you mean max_pages?
          {'limits':{'colour':5}}                       | limits.colour     | there is no such field; there are max_pages, timeout, mode
          {'limits':{'mode':'quick'}}                   | limits.mode       | expected one of QUICK, FULL, found the text "quick"
          {'limits':{'timeout':'10s'}}                  | limits.timeout    | expected a duration such as PT10S, found the text "10s"
          {'pages':[{'url':'http://b/'},{}]}            | pages[1].url      | the field is missing; pages[1] needs url
          {'pages':[{'url':'http://b/'},{'url':true}]}  | pages[1].url      | expected an absolute URI such as https://example.com/a, found true
          {'pages':{}}                                  | pages             | expected a list of at most 3 elements, found an object
          {'weights':{'a':'b'}}                         | weights.a         | expected a number, found the text "b"
          {'weights':{'a':1e999}}                       | weights.a         | the number is too large
          {'weights':{'a':1,'a':2}}                     | weights.a         | the field stands there twice
          {'note':'a','note':'b'}                       | note              | the field stands there twice
          {'url':'http://a/refused'}                    | url               | no
          """)
  void bindWhenAFieldDoesNotFitNamesIt(String json, @Nullable String field, String message) {
    assertThatThrownBy(() -> bind(json))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            misfit -> assertThat(misfit.field()).isEqualTo(field == null ? "" : field))
        .hasMessage(message);
  }

  @Test
  void bindWhenAListIsTooLongSaysHowLong() {
    var page = "{'url':'http://b/'},";
    assertThatThrownBy(() -> bind("{'pages':[" + page.repeat(3) + "{'url':'http://b/'}]}"))
        .hasMessage("expected a list of at most 3 elements, found 4");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "{", "{'url'}", "{'url':'http://a/'} x", "nul", "{'a':01}"})
  void bindWhenTheInputIsNoJsonSaysSo(String json) {
    assertThatThrownBy(() -> bind(json)).isInstanceOf(MalformedInput.class);
  }

  @Test
  void bindWhenTheTextBreaksOffNamesThePlace() {
    assertThatThrownBy(() -> bind("{'url':\n  oops}"))
        .hasMessageStartingWith("The input is no JSON at line 2, column ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'extra':%s", "%s", "{'unknown':%s", "{'pages':%s"})
  void bindWhenNestedTooDeeplyNeverOverflows(String json) {
    assertThatThrownBy(() -> bind(json.formatted("[".repeat(20_000))))
        .isInstanceOfAny(MalformedInput.class, InvalidInput.class);
  }

  @Test
  void bindWhenNestedTooDeeplyIsMalformed() {
    assertThatThrownBy(() -> bind("{'extra':" + "[".repeat(20_000)))
        .isInstanceOf(MalformedInput.class)
        .hasMessageContaining("deeper than 100");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999999999", "1e99999999999999", "123e-999999999", "NaN"})
  void bindWhenANumberIsMonstrousRefusesIt(String number) {
    assertThatThrownBy(() -> bind("{'limits':{'max_pages':" + number + "}}"))
        .isInstanceOfAny(MalformedInput.class, InvalidInput.class);
  }

  record Unbounded(@Minimum(1) boolean on) {}

  record BadDefault(@Default("x") int n) {}

  record Abstract(Runnable code) {}

  record Generic<T>(T value) {}

  @ParameterizedTest
  @ValueSource(classes = {Unbounded.class, BadDefault.class, Abstract.class, Generic.class})
  void constructWhenARecordCannotBeReadNamesTheComponent(Class<?> type) {
    assertThatThrownBy(() -> new InputBinder<>(StrictJson.newMapper(), type))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(type.getName());
  }

  record Tree(String name, @Default("[]") List<Tree> children) {}

  @Test
  void bindReadsRecordsThatContainThemselves() {
    var trees = new InputBinder<>(StrictJson.newMapper(), Tree.class);
    var tree = trees.bind(Json.of("{\"name\":\"a\",\"children\":[{\"name\":\"b\"}]}"));
    assertThat(tree.children()).containsExactly(new Tree("b", List.of()));
  }

  @SuppressWarnings("ArrayRecordComponent")
  record Others(int[] ids, Locale locale, int last) {}

  @Test
  void bindLeavesOtherTypesToJackson() {
    var others = new InputBinder<>(StrictJson.newMapper(), Others.class);
    var bound = others.bind(Json.of("{\"ids\":[1,2],\"locale\":\"en\",\"last\":3}"));
    assertThat(bound.ids()).containsExactly(1, 2);
    assertThat(bound.last()).isEqualTo(3);
    assertThatThrownBy(() -> others.bind(Json.of("{\"ids\":[1,\"2\"]}")))
        .isInstanceOfSatisfying(
            InvalidInput.class, misfit -> assertThat(misfit.field()).isEqualTo("ids"));
  }
}
