package io.longhaul.lambda.queueevents;

import static org.assertj.core.api.Assertions.assertThat;

import io.longhaul.agent.InvalidInput;
import io.longhaul.events.Delivery;
import io.longhaul.events.DeliveryReader;
import io.longhaul.events.EventShapes;
import io.longhaul.events.EventSource;
import io.longhaul.events.Origin;
import io.longhaul.handler.Json;
import io.longhaul.handler.MalformedInput;
import io.longhaul.json.StrictJson;
import io.longhaul.manifest.Trigger;
import io.longhaul.manifest.binding.JsonText;
import io.longhaul.nativeagent.NativeEvents;
import io.longhaul.testing.QueueEventFixtures;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** AWS's samples, broken at random: each is refused by a name, or reaches every kind of handler. */
class BrokenEventsTest {

  private static final JsonMapper MAPPER = StrictJson.newMapper();
  private static final int ROUNDS = 2000;

  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "-1",
          "1e400",
          "123456789012345678901234567890",
          "\"\"",
          "\"%zz\"",
          "\"arn:aws:sqs\"",
          "[]",
          "[[]]",
          "{}",
          "[{}]",
          "{\"Records\":[{}]}",
          "\"\\u0000\"");

  private static final Origin ORIGIN = new Origin("eu-central-1", "123456789012");

  private final DeliveryReader reader =
      new DeliveryReader(
          "importer",
          List.of(
              new Trigger.Sqs("incoming", 2),
              new Trigger.S3("sourcebucket", "", ""),
              new Trigger.Events(List.of("aws.ec2"), List.of(), "default"),
              new Trigger.Schedule("0 6 * * ? *", "UTC", new JsonText("{}"))),
          ORIGIN,
          MAPPER,
          Clock.systemUTC());

  private final List<EventShapes> handlers =
      List.of(new AwsEvents(ORIGIN, MAPPER), new NativeEvents(MAPPER));

  @ParameterizedTest
  @CsvSource({"SQS, SQS", "S3, S3", "SNS, SNS", "EVENTS, EVENTBRIDGE", "SCHEDULE, SCHEDULE"})
  void brokenEventIsRefusedOrReachesTheHandler(EventSource source, QueueEventFixtures sample) {
    int read = 0;
    for (int seed = 0; seed < ROUNDS; seed++) {
      var random = new Random(seed);
      var event = MAPPER.readTree(sample.json());
      do {
        mutate(event, random);
      } while (random.nextBoolean());
      read += reaches(source, Json.of(event.toString())) ? 1 : 0;
    }
    assertThat(read).as("neither all nor none").isBetween(ROUNDS / 20, ROUNDS);
  }

  @ParameterizedTest
  @CsvSource({"SQS, SQS", "S3, S3", "SNS, SNS", "EVENTS, EVENTBRIDGE"})
  void brokenBytesAreRefusedOrReachTheHandler(EventSource source, QueueEventFixtures sample) {
    int read = 0;
    for (int seed = 0; seed < ROUNDS; seed++) {
      var random = new Random(seed);
      var bytes = sample.json().getBytes(StandardCharsets.UTF_8);
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      read += reaches(source, Json.of(bytes)) ? 1 : 0;
    }
    assertThat(read).as("neither all nor none").isBetween(1, ROUNDS - 1);
  }

  /** Any other exception than a refusal fails the test. */
  private boolean reaches(EventSource source, Json event) {
    Delivery delivery;
    try {
      delivery = reader.read(source, event, 0);
    } catch (InvalidInput | MalformedInput refused) {
      assertThat(refused).hasMessageMatching("(?s).+");
      return false;
    }
    for (var handler : handlers) {
      for (var run : handler.runs(delivery)) {
        assertThat(run.ids()).isNotEmpty();
        assertThat(MAPPER.readTree(run.input().utf8())).isNotNull();
      }
    }
    return true;
  }

  /** Changes or removes something, at any depth. */
  private static void mutate(JsonNode node, Random random) {
    var names = List.copyOf(node.propertyNames());
    if (node instanceof ObjectNode object && !names.isEmpty()) {
      var name = names.get(random.nextInt(names.size()));
      if (object.get(name).isContainer() && random.nextInt(5) > 0) {
        mutate(object.get(name), random);
      } else if (random.nextBoolean()) {
        object.remove(name);
      } else {
        object.set(name, value(random));
      }
    } else if (node instanceof ArrayNode array && !array.isEmpty()) {
      if (random.nextInt(5) > 0) {
        mutate(array.get(0), random);
      } else {
        array.set(0, value(random));
      }
    }
  }

  private static JsonNode value(Random random) {
    return JsonMapper.shared().readTree(VALUES.get(random.nextInt(VALUES.size())));
  }
}
