package io.longhaul.discovery;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The files of Swagger UI, from the class path: nothing is loaded from elsewhere. */
public final class DocsPages {

  private static final String UI = "/META-INF/resources/webjars/swagger-ui/5.34.1/";
  private static final String OURS = "/io/longhaul/discovery/";

  /** Everything that is served, by its name under /docs; the page itself has none. */
  private static final Map<String, Source> FILES =
      Map.of(
          "", new Source(OURS + "docs.html", "text/html; charset=utf-8"),
          "docs.js", new Source(OURS + "docs.js", "text/javascript; charset=utf-8"),
          "swagger-ui.css", new Source(UI + "swagger-ui.css", "text/css; charset=utf-8"),
          "swagger-ui-bundle.js",
              new Source(UI + "swagger-ui-bundle.js", "text/javascript; charset=utf-8"),
          "favicon-32x32.png", new Source(UI + "favicon-32x32.png", "image/png"));

  private final Map<String, Page> loaded = new ConcurrentHashMap<>();

  /** The file of that name. */
  public Optional<Page> find(String name) {
    Source source = FILES.get(name);
    return source == null
        ? Optional.empty()
        : Optional.of(loaded.computeIfAbsent(name, _ -> load(source)));
  }

  private static Page load(Source source) {
    try (InputStream in = DocsPages.class.getResourceAsStream(source.path())) {
      if (in == null) {
        throw new IllegalStateException("Not on the class path: " + source.path());
      }
      return new Page(source.contentType(), in.readAllBytes());
    } catch (IOException e) {
      throw new IllegalStateException("Cannot be read: " + source.path(), e);
    }
  }

  private record Source(String path, String contentType) {}

  /** A file as it is served. */
  public static final class Page {
    private final String contentType;
    private final byte[] bytes;

    Page(String contentType, byte[] bytes) {
      this.contentType = contentType;
      this.bytes = bytes;
    }

    /** Its type, with the charset of texts. */
    public String contentType() {
      return contentType;
    }

    /** The bytes themselves, not a copy. */
    public byte[] bytes() {
      return bytes;
    }
  }
}
