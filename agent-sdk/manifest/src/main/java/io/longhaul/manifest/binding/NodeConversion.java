package io.longhaul.manifest.binding;

import io.longhaul.manifest.binding.YamlValue.Field;
import io.longhaul.manifest.binding.YamlValue.Fields;
import io.longhaul.manifest.binding.YamlValue.Items;
import io.longhaul.manifest.binding.YamlValue.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Copies the parser's nodes into values. Aliases are expanded on the way, so the number and depth
 * of the copies are bounded: a short file of aliases to aliases would otherwise fill the memory.
 */
final class NodeConversion {

  private static final int MOST_VALUES = 100_000;

  private static final Map<Tag, YamlValue.Type> TYPES =
      Map.of(
          Tag.STR, YamlValue.Type.TEXT,
          Tag.INT, YamlValue.Type.WHOLE,
          Tag.FLOAT, YamlValue.Type.FRACTION,
          Tag.BOOL, YamlValue.Type.FLAG,
          Tag.NULL, YamlValue.Type.NOTHING);

  private final String file;
  private final Problems problems;
  private int values;

  NodeConversion(String file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  /** Empty if aliases expand without bounds. */
  Optional<YamlValue> convert(Node root) {
    try {
      return Optional.of(convert(root, "", 0));
    } catch (Unbounded unbounded) {
      problems.add(
          new Problem(unbounded.at, "aliases that expand without bounds", "fewer of them")
              .wayOut("Write the values out."));
      return Optional.empty();
    }
  }

  private YamlValue convert(Node node, String key, int depth) {
    var at = position(node, key);
    if (++values > MOST_VALUES || depth > YamlDocument.DEEPEST) {
      throw new Unbounded(position(node, ""));
    }
    return switch (node) {
      case ScalarNode scalar -> scalar(scalar, at);
      case SequenceNode sequence -> items(sequence, at, depth);
      case MappingNode mapping -> fields(mapping, at, depth);
      default -> throw new IllegalStateException("No such node: " + node.getNodeType());
    };
  }

  private Scalar scalar(ScalarNode node, Position at) {
    var type = TYPES.get(node.getTag());
    if (type == null) {
      problems.add(new Problem(at, "the tag " + node.getTag().getValue(), "a value without a tag"));
    }
    return new Scalar(at, type == null ? YamlValue.Type.TEXT : type, node.getValue());
  }

  private Items items(SequenceNode node, Position at, int depth) {
    var items = new ArrayList<YamlValue>();
    for (var item : node.getValue()) {
      items.add(convert(item, at.key() + "[" + items.size() + "]", depth + 1));
    }
    return new Items(at, items);
  }

  private Fields fields(MappingNode node, Position at, int depth) {
    var fields = new LinkedHashMap<String, Field>();
    for (var tuple : node.getValue()) {
      if (tuple.getKeyNode() instanceof ScalarNode name) {
        add(fields, at.inside(name.getValue()).key(), tuple, name, depth);
      } else {
        var place = position(tuple.getKeyNode(), at.key());
        problems.add(new Problem(place, "a list or map as a key", "a name"));
      }
    }
    return new Fields(at, fields);
  }

  private void add(
      Map<String, Field> fields, String key, NodeTuple tuple, ScalarNode name, int depth) {
    var at = position(name, key);
    var value = convert(tuple.getValueNode(), key, depth + 1);
    var earlier = fields.putIfAbsent(name.getValue(), new Field(at, value));
    if (earlier != null) {
      var line = earlier.at().line();
      problems.add(
          new Problem(at, "the key a second time", "it once")
              .wayOut("It stands in line " + line + " already."));
    }
  }

  private Position position(Node node, String key) {
    return node.getStartMark()
        .map(mark -> new Position(file, mark.getLine() + 1, mark.getColumn() + 1, key))
        .orElseGet(() -> Position.whole(file));
  }

  private static final class Unbounded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Position at;

    Unbounded(Position at) {
      super("Aliases expand without bounds");
      this.at = at;
    }
  }
}
