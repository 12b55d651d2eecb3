package io.longhaul.agents.linkauditor;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * An element of a page that names an address. Forms are left out, since sending one is no reading,
 * and so are the many sizes of {@code srcset}.
 */
record LinkElement(Element element, String written) {

  private static final int MAX_TEXT = 80;

  private static final Map<String, String> ATTRIBUTES =
      Map.ofEntries(
          Map.entry("a", "href"),
          Map.entry("area", "href"),
          Map.entry("link", "href"),
          Map.entry("iframe", "src"),
          Map.entry("frame", "src"),
          Map.entry("img", "src"),
          Map.entry("script", "src"),
          Map.entry("source", "src"),
          Map.entry("video", "src"),
          Map.entry("audio", "src"),
          Map.entry("track", "src"),
          Map.entry("embed", "src"),
          Map.entry("object", "data"));

  private static final Set<String> PAGE_ELEMENTS = Set.of("a", "area", "iframe", "frame");

  private static final Set<String> PAGE_RELATIONS =
      Set.of("canonical", "alternate", "next", "prev", "help", "license", "author");

  /** They name a server to get ready for, not a document. */
  private static final Set<String> HINTS = Set.of("preconnect", "dns-prefetch");

  static Optional<LinkElement> of(Element element) {
    return Optional.ofNullable(ATTRIBUTES.get(element.normalName()))
        .filter(element::hasAttr)
        .map(attribute -> new LinkElement(element, element.attr(attribute)))
        .filter(link -> !link.hasRelation(HINTS));
  }

  /** True if it leads to a page, false if to a part of this one. */
  boolean isPage() {
    return PAGE_ELEMENTS.contains(element.normalName()) || hasRelation(PAGE_RELATIONS);
  }

  private boolean hasRelation(Set<String> relations) {
    return element.normalName().equals("link")
        && Stream.of(element.attr("rel").split("\\s+")).anyMatch(relations::contains);
  }

  /** What a person sees of it, one short line; else the element's name. */
  String text() {
    String text =
        Stream.of(element.text(), element.attr("title"), element.attr("alt"), altInside())
            .map(String::strip)
            .filter(candidate -> !candidate.isEmpty())
            .findFirst()
            .orElse("<" + element.normalName() + ">");
    String line = text.replaceAll("\\p{Cntrl}", " ");
    return line.length() <= MAX_TEXT ? line : line.substring(0, MAX_TEXT - 1) + "…";
  }

  private String altInside() {
    Element image = element.selectFirst("img[alt]");
    return image == null ? "" : image.attr("alt");
  }
}
