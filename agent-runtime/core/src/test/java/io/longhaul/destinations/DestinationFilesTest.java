package io.longhaul.destinations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.longhaul.handler.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DestinationFilesTest extends DestinationsContract {

  @TempDir private Path temp;

  @Override
  protected Destinations destinations() {
    return files();
  }

  @Override
  protected List<Json> received(String arn) throws IOException {
    try (var lines = Files.lines(Path.of(files().describe(arn)))) {
      return lines.map(Json::of).toList();
    }
  }

  @Override
  protected void away(boolean now) throws IOException {
    var aside = temp.resolve("aside");
    if (now) {
      Files.move(folder(), aside);
      Files.writeString(folder(), "in the way");
    } else {
      Files.delete(folder());
      Files.move(aside, folder());
    }
  }

  private Path folder() {
    return temp.resolve("destinations");
  }

  private Path file() {
    return folder().resolve("sqs-failed.jsonl");
  }

  private DestinationFiles files() {
    return new DestinationFiles(folder());
  }

  @Test
  void sendAppendsALine() throws Exception {
    files().send(QUEUE, Json.of("{\"n\":1}"));
    files().send(QUEUE, Json.of("{\"n\":2}"));
    assertThat(Files.readAllLines(file())).containsExactly("{\"n\":1}", "{\"n\":2}");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }

  @Test
  void sendMakesOneLineOfARecordWithLineBreaks() throws Exception {
    files().send(QUEUE, Json.of("{\r\n  \"text\": \"a\\nb\"\n}"));
    assertThat(Files.readAllLines(file())).containsExactly("{    \"text\": \"a\\nb\" }");
  }

  @Test
  void sendAfterALineThatAKillCutShortBeginsANewOne() throws Exception {
    files().send(QUEUE, Json.of("1"));
    Files.writeString(file(), "1\n{\"cut");
    files().send(QUEUE, Json.of("2"));
    assertThat(Files.readAllLines(file())).containsExactly("1", "{\"cut", "2");
  }

  @Test
  void sendWhenTheFileWasTakenAwayMakesANewOne() throws Exception {
    files().send(QUEUE, Json.of("1"));
    Files.delete(file());
    files().send(QUEUE, Json.of("2"));
    assertThat(Files.readAllLines(file())).containsExactly("2");
  }

  @Test
  void sendByManyAtOnceKeepsEveryLineWhole() throws Exception {
    var files = files();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.range(0, 50)
          .forEach(n ->
              threads.execute(
                  () -> files.send(QUEUE, Json.of("\"" + n + "x".repeat(5000) + "\""))));
    }
    assertThat(Files.readAllLines(file()))
        .hasSize(50)
        .doesNotHaveDuplicates()
        .allMatch(line -> line.endsWith("xx\""));
  }

  @Test
  void eachKindOfDestinationHasAFileOfItsOwn() {
    assertThat(
            List.of(
                files().describe("arn:aws:sns:eu-west-1:123456789012:failed"),
                files().describe("arn:aws:lambda:eu-west-1:123456789012:function:next:live"),
                files().describe("arn:aws:events:eu-west-1:123456789012:event-bus/orders"),
                files().describe("arn:aws:sqs:eu-west-1:123456789012:../../etc/passwd")))
        .containsExactly(
            folder().resolve("sns-failed.jsonl").toString(),
            folder().resolve("lambda-function-next-live.jsonl").toString(),
            folder().resolve("events-event-bus-orders.jsonl").toString(),
            folder().resolve("sqs-..-..-etc-passwd.jsonl").toString());
  }

  @Test
  void sendWhenTheFolderCannotBeMadeSaysWhichAndWhy() throws Exception {
    Files.writeString(folder(), "in the way");
    assertThatThrownBy(() -> files().send(QUEUE, Json.of("1")))
        .isInstanceOf(DestinationAway.class)
        .hasMessageContaining(QUEUE)
        .hasMessageContaining(file().toString())
        .hasMessageContaining(folder() + " is a file, no folder");
  }
}
