package io.longhaul.agents.linkauditor;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.core5.http.ContentType;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds the links of a page: what leads elsewhere, and what the page is made of. */
final class LinkExtractor {

  /** A page with more is a mistake, or a trap for robots. */
  private static final int MAX_LINKS = 5_000;

  private static final int MAX_WRITTEN = 200;

  private LinkExtractor() {}

  /** The links in the order of the page, each address once. */
  static List<FoundLink> links(WebUrl page, Answer answer) throws IOException {
    Document document = parse(page, answer);
    WebUrl base = base(document, page);
    Map<String, FoundLink> found = new LinkedHashMap<>();
    for (Element element : document.getAllElements()) {
      LinkElement.of(element)
          .flatMap(link -> found(link, base))
          .filter(link -> found.size() < MAX_LINKS)
          .ifPresent(link -> found.merge(link.address(), link, LinkExtractor::merge));
    }
    return List.copyOf(found.values());
  }

  private static Document parse(WebUrl page, Answer answer) throws IOException {
    String charset = answer.contentType().map(LinkExtractor::charset).orElse(null);
    return Jsoup.parse(answer.body().stream(), charset, page.toString());
  }

  private static @Nullable String charset(String contentType) {
    ContentType type = ContentType.parseLenient(contentType);
    Charset charset = type == null ? null : type.getCharset();
    return charset == null ? null : charset.name();
  }

  /** What the first {@code <base href>} says. */
  private static WebUrl base(Document document, WebUrl page) {
    Element base = document.selectFirst("base[href]");
    try {
      return base == null ? page : page.resolve(base.attr("href"));
    } catch (BadUrl e) {
      return page;
    }
  }

  private static Optional<FoundLink> found(LinkElement link, WebUrl base) {
    String written = link.written();
    String scheme = WebUrl.schemeOf(written);
    if (!scheme.isEmpty() && !scheme.equals("http") && !scheme.equals("https")) {
      return Optional.empty(); // mailto:, tel:, javascript:, data:
    }
    try {
      String address = base.resolve(written).toString();
      return Optional.of(new FoundLink(address, Optional.empty(), link.isPage(), link.text()));
    } catch (BadUrl e) {
      Optional<String> fault = Optional.of(String.valueOf(e.getMessage()));
      return Optional.of(new FoundLink(shown(written), fault, link.isPage(), link.text()));
    }
  }

  /** Shortened, and without a password. */
  private static String shown(String written) {
    String line = TargetLine.plain(Reference.trim(written)).replaceFirst("//[^/?#]*@", "//…@");
    return line.length() <= MAX_WRITTEN ? line : line.substring(0, MAX_WRITTEN) + "…";
  }

  private static FoundLink merge(FoundLink first, FoundLink second) {
    return first.page() ? first : second.page() ? second : first;
  }
}
