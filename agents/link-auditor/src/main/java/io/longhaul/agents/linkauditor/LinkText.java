package io.longhaul.agents.linkauditor;

import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * Collects what a person sees of a link. Looks at a few nodes only: elements that hold the whole
 * page, one inside the other, would otherwise cost the square of its size.
 */
final class LinkText implements NodeFilter {

  private static final int MAX_LENGTH = 80;
  private static final int MAX_NODES = 200;

  private static final Pattern BLANKS = Pattern.compile("[\\p{Cc}\\s]+");

  private final StringBuilder seen = new StringBuilder();
  private String alternative = "";
  private int nodes;

  private LinkText() {}

  /** One short line; the element's name, as {@code <img>}, if it shows nothing. */
  static String of(Element element) {
    LinkText text = new LinkText();
    text.alternative = element.attr("title");
    element.filter(text);
    String line = oneLine(text.seen.toString());
    String shown = line.isEmpty() ? oneLine(text.alternative) : line;
    return shown.isEmpty() ? "<" + element.normalName() + ">" : shortened(shown);
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode text) {
      seen.append(text.text()).append(' ');
    } else if (alternative.isBlank()) {
      alternative = node.attr("alt");
    }
    boolean enough = ++nodes >= MAX_NODES || seen.length() > 2 * MAX_LENGTH;
    return enough ? FilterResult.STOP : FilterResult.CONTINUE;
  }

  private static String oneLine(String text) {
    return BLANKS.matcher(text).replaceAll(" ").strip();
  }

  private static String shortened(String line) {
    return line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH - 1) + "…";
  }
}
