package io.longhaul.manifest;

import io.longhaul.manifest.binding.Position;
import io.longhaul.manifest.binding.Problem;
import io.longhaul.manifest.binding.YamlDocument;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The file itself: found, bounded, UTF-8. */
final class ManifestFile {

  private final Path path;

  ManifestFile(Path fileOrFolder) {
    this.path =
        Files.isDirectory(fileOrFolder) ? fileOrFolder.resolve(ManifestReader.FILE) : fileOrFolder;
  }

  Path folder() {
    var parent = path.getParent();
    return parent == null ? Path.of("") : parent;
  }

  String name() {
    return path.toString();
  }

  String text() {
    try (var in = Files.newInputStream(path)) {
      return decode(in);
    } catch (CharacterCodingException notUtf8) {
      throw refused("bytes that are not UTF-8", "UTF-8", "Save the file as UTF-8.");
    } catch (IOException unreadable) {
      throw Files.exists(path)
          ? refused("a file that cannot be read (" + unreadable + ")", "a readable file", "")
          : refused("no file", "an " + ManifestReader.FILE, "longhaul new NAME makes an agent.");
    }
  }

  private String decode(InputStream in) throws IOException {
    var bytes = in.readNBytes(YamlDocument.LONGEST + 1);
    if (bytes.length > YamlDocument.LONGEST) {
      throw refused("more than 1 MB", "at most 1 MB", "A manifest is a page or two of keys.");
    }
    var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private InvalidManifest refused(String found, String expected, String wayOut) {
    var problem = new Problem(Position.whole(name()), found, expected);
    return new InvalidManifest(List.of(wayOut.isEmpty() ? problem : problem.wayOut(wayOut)));
  }
}
