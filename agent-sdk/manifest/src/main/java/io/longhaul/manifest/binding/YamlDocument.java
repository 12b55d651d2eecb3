package io.longhaul.manifest.binding;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Turns a text into one {@link YamlValue}, within bounds that no real file meets. */
public final class YamlDocument {

  /** Longer texts are refused, in characters. */
  public static final int LONGEST = 1 << 20;

  /** Deeper nesting is refused: composing and binding recurse, and the stack is finite. */
  static final int DEEPEST = 50;

  private final String file;
  private final Problems problems;

  private YamlDocument(String file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  /**
   * Reads a text; what is wrong with it goes to {@code problems}.
   *
   * @param file how problems name the file
   * @return empty if there is no single document that can be looked at
   */
  public static Optional<YamlValue> read(String file, String text, Problems problems) {
    return new YamlDocument(file, problems).read(text);
  }

  private Optional<YamlValue> read(String text) {
    if (text.length() > LONGEST) {
      return refuse(Position.whole(file), text.length() + " characters", "at most " + LONGEST);
    }
    try {
      if (tooDeep(text)) {
        return Optional.empty();
      }
      return new Compose(settings()).composeString(text).flatMap(this::convert).or(this::empty);
    } catch (MarkedYamlEngineException malformed) {
      return refuse(position(malformed.getProblemMark()), malformed.getProblem());
    } catch (ReaderException unreadable) {
      return refuse(
          positionOf(text, unreadable.getPosition()),
          "the character U+%04X".formatted(unreadable.getCodePoint()));
    } catch (YamlEngineException malformed) {
      return refuse(Position.whole(file), String.valueOf(malformed.getMessage()));
    }
  }

  private Optional<YamlValue> convert(Node root) {
    return new NodeConversion(file, problems).convert(root);
  }

  private Optional<YamlValue> empty() {
    return problems.none()
        ? refuse(Position.whole(file), "an empty file", "keys and values")
        : Optional.empty();
  }

  private boolean tooDeep(String text) {
    int depth = 0;
    for (var event : new Parse(settings()).parseString(text)) {
      depth += depthChange(event);
      if (depth > DEEPEST) {
        problems.add(
            new Problem(
                position(event.getStartMark()),
                "more than " + DEEPEST + " levels of nesting",
                "fewer"));
        return true;
      }
    }
    return false;
  }

  private static int depthChange(Event event) {
    return switch (event.getEventId()) {
      case MappingStart, SequenceStart -> 1;
      case MappingEnd, SequenceEnd -> -1;
      default -> 0;
    };
  }

  private Optional<YamlValue> refuse(Position at, String found) {
    return refuse(at, "malformed YAML (" + found + ")", "one YAML document");
  }

  private Optional<YamlValue> refuse(Position at, String found, String expected) {
    problems.add(new Problem(at, found, expected));
    return Optional.empty();
  }

  private Position position(Optional<Mark> mark) {
    return mark.map(place -> new Position(file, place.getLine() + 1, place.getColumn() + 1, ""))
        .orElseGet(() -> Position.whole(file));
  }

  private Position positionOf(String text, int index) {
    var before = text.substring(0, Math.min(index, text.length()));
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    return new Position(file, line, before.length() - before.lastIndexOf('\n'), "");
  }

  private LoadSettings settings() {
    return LoadSettings.builder()
        .setLabel(file)
        .setSchema(new CoreSchema())
        .setCodePointLimit(LONGEST)
        .setAllowNonScalarKeys(true)
        .setMaxAliasesForCollections(LONGEST)
        .build();
  }

  /** Reads a short text of ours that cannot be wrong, such as a default. */
  static YamlValue snippet(String text) {
    var problems = new Problems();
    return read("default", text, problems)
        .orElseThrow(() -> new IllegalStateException(text + ": " + problems.inOrder()));
  }
}
