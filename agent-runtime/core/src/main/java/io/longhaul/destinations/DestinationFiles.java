package io.longhaul.destinations;

import io.longhaul.handler.Json;
import io.longhaul.jobs.embedded.PrivateFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;

/**
 * Files in place of queues and topics, where no AWS is configured: a line of JSON for each record,
 * on disk when {@link #send} returns. Anybody may read, move or delete them at any time.
 */
final class DestinationFiles implements Destinations {

  /** Service and resource; region and account make no difference on one machine. */
  private static final Pattern ARN = Pattern.compile("arn:[^:]*:([^:]+):[^:]*:[^:]*:(.+)");

  private static final Pattern UNFIT = Pattern.compile("[^A-Za-z0-9._-]+");

  private final Path folder;

  DestinationFiles(Path folder) {
    this.folder = folder;
  }

  @Override
  public String describe(String arn) {
    return file(arn).toString();
  }

  @Override
  public synchronized void send(String arn, Json record) {
    var file = file(arn);
    try {
      PrivateFiles.createFolder(folder);
      boolean created = Files.notExists(file);
      PrivateFiles.create(file);
      append(file, line(record));
      if (created) {
        keepName();
      }
    } catch (IOException e) {
      throw new DestinationAway(
          "A record for %s cannot be written to %s: %s; is the disk full, or the folder somebody else's?"
              .formatted(arn, file, reason(e)),
          e);
    }
  }

  /** The message of many of Java's exceptions is only the path. */
  private static String reason(IOException e) {
    return e instanceof FileAlreadyExistsException
        ? e.getMessage() + " is a file, no folder"
        : e.getClass().getSimpleName() + ", " + e.getMessage();
  }

  /** {@code sqs-failed.jsonl} for {@code arn:aws:sqs:eu-west-1:123456789012:failed}. */
  private Path file(String arn) {
    var matcher = ARN.matcher(arn);
    var name = matcher.matches() ? matcher.group(1) + "-" + matcher.group(2) : arn;
    return folder.resolve(UNFIT.matcher(name).replaceAll("-") + ".jsonl");
  }

  private static void append(Path file, ByteBuffer line) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      long end = channel.size();
      channel.position(end);
      if (end > 0 && !endsWithLineBreak(channel, end)) {
        write(channel, ByteBuffer.wrap(new byte[] {'\n'})); // a write that a kill cut short
      }
      write(channel, line);
      channel.force(true);
    }
  }

  /** Some systems keep a new file's name only once its folder is written, others cannot do that. */
  private void keepName() {
    try (var names = FileChannel.open(folder, StandardOpenOption.READ)) {
      names.force(true);
    } catch (IOException _) {
      // the record itself is on disk
    }
  }

  private static boolean endsWithLineBreak(FileChannel channel, long end) throws IOException {
    var last = ByteBuffer.allocate(1);
    return channel.read(last, end - 1) == 1 && last.get(0) == '\n';
  }

  private static void write(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  /** JSON has line breaks only between its parts, where a space means the same. */
  private static ByteBuffer line(Json record) {
    byte[] utf8 = record.utf8();
    var line = new byte[utf8.length + 1];
    for (int i = 0; i < utf8.length; i++) {
      line[i] = utf8[i] == '\n' || utf8[i] == '\r' ? (byte) ' ' : utf8[i];
    }
    line[utf8.length] = '\n';
    return ByteBuffer.wrap(line);
  }
}
