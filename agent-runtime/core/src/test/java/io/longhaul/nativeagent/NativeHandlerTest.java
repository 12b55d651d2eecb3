package io.longhaul.nativeagent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.longhaul.agent.Agent;
import io.longhaul.agent.AgentContext;
import io.longhaul.agent.AgentSetup;
import io.longhaul.agent.Client;
import io.longhaul.agent.InvalidInput;
import io.longhaul.agent.Meters;
import io.longhaul.agent.PermanentFailure;
import io.longhaul.handler.Json;
import io.longhaul.json.StrictJson;
import io.longhaul.testing.RecordingMeters;
import io.longhaul.testing.TestClock;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class NativeHandlerTest {

  record Question(String text) {}

  record Reply(String textBack, String environment) {}

  abstract static class Echo<T> implements Agent<T, Reply> {}

  /** Its types stand on its abstract superclass. */
  static final class Parrot extends Echo<Question> implements AutoCloseable {

    private final String environment;

    public Parrot(AgentSetup setup) {
      environment = setup.environment();
    }

    @Override
    public Reply execute(Question input, AgentContext context) {
      return new Reply(input.text() + context.attempt(), environment);
    }

    @Override
    public void close() {
      throw new IllegalStateException("the agent's own trouble");
    }
  }

  static final class Unwritable implements Agent<Question, Object> {

    public Unwritable() {}

    @Override
    public Object execute(Question input, AgentContext context) {
      return new io.longhaul.agent.Secret(input.text());
    }
  }

  static final class Lister implements Agent<Question, List<Question>> {

    public Lister() {}

    @Override
    public List<Question> execute(Question input, AgentContext context) {
      return List.of(input);
    }
  }

  static final class NotARecord implements Agent<String, String> {

    public NotARecord() {}

    @Override
    public String execute(String input, AgentContext context) {
      return input;
    }
  }

  static final class Hidden implements Agent<Question, String> {

    Hidden() {}

    @Override
    public String execute(Question input, AgentContext context) {
      return input.text();
    }
  }

  static final class Throws implements Agent<Question, String> {

    public Throws() {
      throw new IllegalStateException("no licence");
    }

    @Override
    public String execute(Question input, AgentContext context) {
      return input.text();
    }
  }

  private static NativeHandler load(String name) {
    return NativeHandler.load(
        name, NativeHandlerTest.class.getClassLoader(), new Setup(), StrictJson.newMapper());
  }

  @Test
  void runBindsAndWritesThroughJson() throws Exception {
    try (var handler = load(Parrot.class.getName())) {
      var output = handler.bind(Json.of("{\"text\":\"hi\"}")).run(new Context());
      assertThat(output).hasToString("{\"text_back\":\"hi1\",\"environment\":\"local\"}");
    }
  }

  @Test
  void bindWhenTheInputDoesNotFitNamesTheField() {
    var handler = load(Parrot.class.getName());
    assertThatThrownBy(() -> handler.bind(Json.of("{}"))).isInstanceOf(InvalidInput.class);
  }

  private static JsonNode tree(Json schema) {
    return JsonMapper.shared().readTree(schema.utf8());
  }

  @Test
  void schemasDescribeInputAndOutput() {
    var handler = load(Parrot.class.getName());
    assertThat(tree(handler.inputSchema()).at("/properties/text/type").asString())
        .isEqualTo("string");
    assertThat(tree(handler.outputSchema()).get("required").toString())
        .isEqualTo("[\"text_back\",\"environment\"]");
  }

  @Test
  void outputSchemaOfAListTellsItsElements() {
    var handler = load(Lister.class.getName());
    assertThat(tree(handler.outputSchema()).at("/items/properties/text").isObject()).isTrue();
  }

  @Test
  void runWhenTheOutputHasNoJsonFormFailsForGood() {
    var call = load(Unwritable.class.getName()).bind(Json.of("{\"text\":\"hi\"}"));
    assertThatThrownBy(() -> call.run(new Context()))
        .isInstanceOf(PermanentFailure.class)
        .hasMessageContaining("its output cannot be written");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          no.such.Agent                                        | was not found
          java.lang.String                                     | does not implement
          io.longhaul.nativeagent.NativeHandlerTest$NotARecord | it must be a record
          io.longhaul.nativeagent.NativeHandlerTest$Hidden     | give it a public constructor
          io.longhaul.nativeagent.NativeHandlerTest$Throws     | no licence
          """)
  void loadWhenTheAgentIsUnusableSaysWhy(String name, String why) {
    assertThatThrownBy(() -> load(name))
        .isInstanceOf(UnusableAgent.class)
        .hasMessageContaining(name)
        .hasMessageContaining(why);
  }

  private record Setup() implements AgentSetup {

    @Override
    public <C> C config(Class<C> type) {
      throw new IllegalArgumentException("none");
    }

    @Override
    public Client client(String name) {
      throw new IllegalArgumentException("none");
    }

    @Override
    public Meters meters() {
      return new RecordingMeters();
    }

    @Override
    public Clock clock() {
      return new TestClock();
    }

    @Override
    public String environment() {
      return "local";
    }
  }

  private record Context() implements AgentContext {

    @Override
    public String executionId() {
      return "1";
    }

    @Override
    public int attempt() {
      return 1;
    }

    @Override
    public Instant deadline() {
      return Instant.MAX;
    }

    @Override
    public void progress(double fraction, String message) {}

    @Override
    public void checkpoint(Object value) {}

    @Override
    public <T> Optional<T> lastCheckpoint(Class<T> type) {
      return Optional.empty();
    }

    @Override
    public boolean cancelled() {
      return false;
    }

    @Override
    public boolean draining() {
      return false;
    }
  }
}
