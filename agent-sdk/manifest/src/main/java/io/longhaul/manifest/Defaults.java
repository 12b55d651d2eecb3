package io.longhaul.manifest;

import io.longhaul.manifest.binding.YamlValue.Fields;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The defaults that other keys decide. They give way to what is written, so that a default never
 * contradicts a written value.
 */
final class Defaults {

  private static final int MOST_TASKS = 10;

  private final Fields root;
  private final Kind kind;

  private Defaults(Fields root) {
    this.root = root;
    this.kind = kind(root.text("kind"));
  }

  /** YAML by full key. */
  static Map<String, String> of(Fields root) {
    return new Defaults(root).all();
  }

  private Map<String, String> all() {
    var all = new HashMap<String, String>();
    all.put("concurrency", nativeAgent() ? "256" : "1");
    all.put("jobs.concurrency", String.valueOf(jobs()));
    all.put("http.profile", kind == Kind.STREAM ? "streaming" : "standard");
    all.put("resources.cpu", String.valueOf(cpu()));
    all.put("resources.memory", memory().toString());
    all.put("scaling.min", kind == Kind.WORKER && !calledOverHttp() ? "0" : "1");
    all.put("scaling.max", String.valueOf(Math.max(MOST_TASKS, whole("scaling", "min", 0))));
    all.put("scaling.target", target());
    return all;
  }

  private boolean nativeAgent() {
    return root.value("runtime") == null;
  }

  private boolean calledOverHttp() {
    return root.value("http") instanceof Fields http
        && (http.value("event") != null || http.value("hosts") != null);
  }

  /** A Lambda handler's jobs leave one place for HTTP, where there is more than one. */
  private int jobs() {
    long places = (long) whole("instances", 1) * whole("concurrency", 1);
    return nativeAgent() ? 2 : Math.clamp(places - 1, 1, 10_000);
  }

  private int cpu() {
    int usual = kind == Kind.LONG ? 1024 : 512;
    var text = root.text("resources", "memory");
    if (text == null) {
      return FargateSizes.cpuFrom(usual, instances());
    }
    if (!text.matches(ByteSize.PATTERN)) {
      return usual;
    }
    var memory = ByteSize.parse(text);
    return FargateSizes.memory(usual).contains(memory)
        ? usual
        : FargateSizes.cpuFor(memory).orElse(usual);
  }

  private ByteSize memory() {
    return FargateSizes.leastFor(whole("resources", "cpu", cpu()), instances());
  }

  /** How many need memory of their own: a native agent's is the service itself. */
  private int instances() {
    return nativeAgent() ? 0 : whole("instances", 1);
  }

  private String target() {
    return switch (kind) {
      case HTTP, STREAM -> "{cpu: 60%}";
      case WORKER -> "{backlog-per-task: 5}";
      case LONG -> "{backlog-per-task: 1}";
    };
  }

  private int whole(String key, int otherwise) {
    return number(root.text(key), otherwise);
  }

  private int whole(String group, String key, int otherwise) {
    return number(root.text(group, key), otherwise);
  }

  /** What is written wrong is reported elsewhere; here the usual value does. */
  private static int number(@Nullable String text, int otherwise) {
    return text != null && text.matches("[1-9][0-9]{0,6}") ? Integer.parseInt(text) : otherwise;
  }

  private static Kind kind(@Nullable String text) {
    return switch (String.valueOf(text)) {
      case "stream" -> Kind.STREAM;
      case "worker" -> Kind.WORKER;
      case "long" -> Kind.LONG;
      default -> Kind.HTTP;
    };
  }
}
