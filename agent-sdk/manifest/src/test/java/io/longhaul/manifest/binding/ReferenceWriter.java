package io.longhaul.manifest.binding;

import io.longhaul.manifest.binding.Shape.Choice;
import io.longhaul.manifest.binding.Shape.Group;
import io.longhaul.manifest.binding.Shape.KeyShape;
import io.longhaul.manifest.binding.Shape.ListOf;
import io.longhaul.manifest.binding.Shape.MapOf;
import io.longhaul.manifest.binding.Shape.Notation;
import io.longhaul.manifest.binding.Shape.Whole;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the reference of a bound record: a table for the file, and one for each map in it. */
public final class ReferenceWriter {

  private static final String HEAD =
      "| key | type | default | meaning | example |\n|---|---|---|---|---|\n";

  private final StringBuilder page = new StringBuilder();

  private ReferenceWriter() {}

  /** The tables, in the order of the file. */
  public static String write(Binder<?> binder) {
    var writer = new ReferenceWriter();
    writer.page.append("## The file\n\n");
    writer.table(binder.shape(), "");
    writer.inner(binder.shape(), "");
    return writer.page.toString();
  }

  private void inner(Group group, String path) {
    group.keys().forEach((name, key) -> section(key.shape(), path + name));
  }

  private void section(Shape shape, String path) {
    switch (shape) {
      case Group group -> group(group, path);
      case ListOf list -> section(list.item(), path + "[]");
      case MapOf map -> section(map.value(), path + ".NAME");
      case Choice choice -> choices(choice.choices(), path);
      default -> {}
    }
  }

  private void choices(Map<String, Group> choices, String path) {
    choices.forEach((name, group) -> group(group, path + "." + name));
  }

  private void group(Group group, String path) {
    page.append("\n## ").append(path).append("\n\n");
    table(group, path + ".");
    inner(group, path + ".");
  }

  private void table(Group group, String path) {
    page.append(HEAD);
    page.append(
        group.keys().values().stream()
            .map(key -> row(key, path))
            .collect(Collectors.joining("\n", "", "\n")));
  }

  private static String row(KeyShape key, String path) {
    return "| `%s` | %s | %s | %s | %s |"
        .formatted(
            key.name(),
            KeyText.type(key.shape()),
            byDefault(key),
            cell(meaning(key)),
            example(key, path));
  }

  private static String example(KeyShape key, String path) {
    var example = key.key().example().isEmpty() ? key.key().byDefault() : key.key().example();
    if (!example.isEmpty() && !example.equals("{}") && !example.equals("[]")) {
      return code(example);
    }
    return "`" + path + key.name() + "` below";
  }

  private static String byDefault(KeyShape key) {
    if (key.key().required()) {
      return "**required**";
    }
    var words = key.key().defaultText();
    return words.isEmpty() ? code(key.key().byDefault()) : cell(words);
  }

  private static String meaning(KeyShape key) {
    boolean bounded = key.shape() instanceof Notation || key.shape() instanceof Whole;
    var none = key.noneAllowed() ? " `none`: " + key.key().none() + "." : "";
    return key.key().value() + (bounded ? KeyText.bounds(key.key()) : "") + none;
  }

  private static String code(String text) {
    return text.isEmpty() ? "" : "`" + cell(text) + "`";
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("\n", " ");
  }
}
