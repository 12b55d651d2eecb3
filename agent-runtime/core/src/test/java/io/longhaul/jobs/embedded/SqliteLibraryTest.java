package io.longhaul.jobs.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteLibraryTest {

  @Test
  @SuppressWarnings("restricted") // native code is what is loaded
  void libraryIsUnpackedWholeAndNeverOverAnother(@TempDir Path folder) throws Exception {
    var file = folder.resolve("sqlite.lib");
    SqliteLibrary.unpack(file);
    System.load(file.toString());
    assertThatThrownBy(() -> SqliteLibrary.unpack(file))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(file).isNotEmptyFile();
  }
}
