package io.longhaul.cli.send;

import io.longhaul.cli.shell.Exit;
import io.longhaul.cli.shell.Refusal;
import io.longhaul.manifest.Trigger;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A file of this machine, told of as the object that it would be in the bucket of a trigger. */
final class StoredFile {

  private final String name;
  private final byte[] bytes;

  StoredFile(String name, byte[] bytes) {
    this.name = name;
    this.bytes = bytes;
  }

  /** What S3 would tell; the service fills in the rest. */
  ObjectNode event(List<Trigger.S3> buckets) {
    if (name.equals("-")) {
      throw new Refusal(
          Exit.USAGE,
          "--s3: standard input has no name to make a key of; pipe in S3's notification, or name a"
              + " file.");
    }
    var prefix = buckets.isEmpty() ? "" : buckets.getFirst().prefix();
    var key = prefix + Path.of(name).getFileName();
    var event = JsonNodeFactory.instance.objectNode();
    var s3 = event.putArray("Records").addObject().putObject("s3");
    if (!buckets.isEmpty()) {
      s3.putObject("bucket").put("name", buckets.getFirst().bucket());
    }
    s3.putObject("object").put("key", encoded(key)).put("size", bytes.length).put("eTag", md5());
    return event;
  }

  /** As S3 writes keys: slashes stay, a blank is a plus. */
  private static String encoded(String key) {
    return URLEncoder.encode(key, StandardCharsets.UTF_8).replace("%2F", "/");
  }

  /** The ETag of an object that was uploaded in one part. */
  private String md5() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has MD5", impossible);
    }
  }
}
