package io.longhaul.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.longhaul.agent.Secret;
import io.longhaul.manifest.ConfigKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigTest {

  enum Size {
    SMALL,
    VERY_LARGE
  }

  record Settings(
      String model,
      Secret openaiApiKey,
      int pages,
      Duration pause,
      Size size,
      List<Integer> ports,
      Optional<Boolean> loud,
      @Nullable String note) {}

  private static final ConfigKey REQUIRED = new ConfigKey(null, false, true);
  private static final ConfigKey OPTIONAL = new ConfigKey(null, false, false);
  private static final ConfigKey SECRET = new ConfigKey(null, true, true);

  private final Map<String, String> environment = new HashMap<>();
  private final Map<String, String> store = new HashMap<>();
  @TempDir private Path folder;

  private record Store(Map<String, String> values) implements ConfigSource {

    @Override
    public String name() {
      return "parameter store";
    }

    @Override
    public String howToSet(String key) {
      return "the parameter /app/x/dev/" + key;
    }

    @Override
    public Map<String, String> read() {
      return Map.copyOf(values);
    }
  }

  private Config config(Map<String, ConfigKey> keys) {
    return new Config(
        keys,
        List.of(
            new Store(store), new EnvironmentSource(() -> environment), new DotenvSource(folder)));
  }

  @Test
  void valuesComeFromTheFirstSourceThatKnowsThem() throws IOException {
    Files.writeString(folder.resolve(".env"), "# local\nA=dotenv\nB=dotenv\nC=\"dot env\"\n");
    environment.putAll(Map.of("A", "environment", "B", "environment"));
    store.put("A", "store");
    var byDefault = new ConfigKey("default", false, false);
    var config = config(Map.of("A", byDefault, "B", byDefault, "C", byDefault, "D", byDefault));
    record All(String a, String b, String c, String d) {}
    assertThat(config.bind(All.class))
        .isEqualTo(new All("store", "environment", "dot env", "default"));
  }

  @Test
  void aNameWithSlashesIsAVariableToo() {
    environment.put("OPEN_AI_KEY", "1");
    record Key(int openAiKey) {}
    assertThat(config(Map.of("open/ai-key", REQUIRED)).bind(Key.class)).isEqualTo(new Key(1));
  }

  @Test
  void constructWhenValuesAreMissingNamesAllOfThemAndTheWays() {
    assertThatThrownBy(() -> config(Map.of("MODEL", REQUIRED, "a/key", SECRET)))
        .isInstanceOf(InvalidConfig.class)
        .hasMessageContaining(
            "The value MODEL is missing; give it by the parameter /app/x/dev/MODEL")
        .hasMessageContaining("a/key (a secret)")
        .hasMessageContaining("the environment variable A_KEY")
        .hasMessageContaining("a line A_KEY=... in " + folder.resolve(".env"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PATH", "path", "LD_PRELOAD", "JAVA_TOOL_OPTIONS", "AWS_REGION", "aws/x"})
  void constructWhenAKeyBelongsToTheSystemRefusesIt(String key) {
    environment.put(key, "x");
    assertThatThrownBy(() -> config(Map.of(key, OPTIONAL))).hasMessageContaining("is refused");
  }

  private Config settings() {
    environment.putAll(
        Map.of("MODEL", "m", "OPENAI_API_KEY", "s3cret", "PAGES", "5", "PAUSE", "10s"));
    environment.putAll(Map.of("SIZE", "very-large", "PORTS", "1, 2,", "LOUD", "true"));
    var keys = new HashMap<String, ConfigKey>();
    for (var name : List.of("MODEL", "PAGES", "PAUSE", "SIZE", "PORTS", "LOUD", "NOTE")) {
      keys.put(name, OPTIONAL);
    }
    keys.put("OPENAI_API_KEY", SECRET);
    return config(keys);
  }

  @Test
  void bindReadsEveryKindOfComponent() {
    assertThat(settings().bind(Settings.class))
        .isEqualTo(
            new Settings(
                "m",
                new Secret("s3cret"),
                5,
                Duration.ofSeconds(10),
                Size.VERY_LARGE,
                List.of(1, 2),
                Optional.of(true),
                null));
  }

  @Test
  void bindWhenValuesDoNotFitNamesAllOfThem() {
    var config = settings();
    environment.putAll(Map.of("PAGES", "many", "PAUSE", "10", "SIZE", "huge"));
    config.refresh(null);
    assertThatThrownBy(() -> config.bind(Settings.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PAGES is \"many\"; expected a whole number")
        .hasMessageContaining("PAUSE is \"10\"; expected a duration such as 10s")
        .hasMessageContaining("SIZE is \"huge\"; expected one of SMALL, VERY_LARGE");
  }

  @Test
  void bindWhenASecretIsBoundToATextRefuses() {
    record Leaky(String openaiApiKey) {}
    assertThatThrownBy(() -> settings().bind(Leaky.class))
        .hasMessageContaining("OPENAI_API_KEY is a secret")
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void bindWhenTheManifestDeclaresNoSuchKeySaysSo() {
    record Unknown(String colour) {}
    assertThatThrownBy(() -> settings().bind(Unknown.class))
        .hasMessageContaining("the manifest declares no COLOUR; add it under config");
  }

  @Test
  void tableHidesSecrets() {
    assertThat(settings().table())
        .containsPattern("MODEL +environment +m\n")
        .containsPattern("OPENAI_API_KEY +environment +\\(secret\\)")
        .containsPattern("NOTE +\\(none\\)")
        .doesNotContain("s3cret");
  }

  @Test
  void refreshTellsWhatChangedAndPlatformValuesFollow() {
    var config = config(Map.of());
    assertThat(config.apiKeys()).isEmpty();
    store.putAll(Map.of("API_KEYS", "old, new", "allow-origins", "https://a.example"));
    assertThat(config.refresh(PlatformKey.API_KEYS)).containsExactly("ALLOW_ORIGINS", "API_KEYS");
    assertThat(config.apiKeys()).containsExactly(new Secret("old"), new Secret("new"));
    assertThat(config.allowOrigins()).contains(List.of("https://a.example"));
  }

  @Test
  void refreshWhenARequiredValueIsGoneKeepsTheOldOnes() {
    store.put("MODEL", "m");
    var config = config(Map.of("MODEL", REQUIRED));
    store.clear();
    assertThatThrownBy(() -> config.refresh(null)).isInstanceOf(InvalidConfig.class);
    assertThat(config.table()).contains("parameter store");
  }

  @Test
  void readWhenDotenvIsMalformedNeverShowsTheLine() throws IOException {
    Files.writeString(folder.resolve(".env"), "A=1\nmy s3cret key\n");
    assertThatThrownBy(() -> config(Map.of()))
        .isInstanceOf(InvalidConfig.class)
        .hasMessageContaining(".env")
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void refreshThatWouldLockEverybodyOutIsRefused() {
    var values = new java.util.HashMap<>(Map.of("API_KEYS", "one"));
    var config = new Config(Map.of(), List.of(new EnvironmentSource(() -> values)));
    values.put("API_KEYS", " , ");
    assertThatThrownBy(() -> config.refresh(PlatformKey.API_KEYS))
        .isInstanceOf(InvalidConfig.class)
        .hasMessageContaining("nobody could call");
    assertThat(config.apiKeys()).hasSize(1);
    assertThat(config.refresh(null)).containsExactly("API_KEYS");
  }

  @Test
  void accessKeysAreAnIdAndASecretThatMayHoldColons() {
    store.put("SIGV4_KEYS", "AKID_1:a/b+c=:d, AKID_2:x");
    assertThat(config(Map.of()).accessKeys())
        .containsExactly(
            new AccessKey("AKID_1", new Secret("a/b+c=:d")),
            new AccessKey("AKID_2", new Secret("x")));
  }

  @Test
  void accessKeyThatCannotBeReadIsNamedByItsPlaceAndTheOldOnesStay() {
    store.put("SIGV4_KEYS", "AKID:one");
    var config = config(Map.of());
    store.put("SIGV4_KEYS", "AKID:two, s3cret, :s3cret, AK-ID:s3cret");
    assertThatThrownBy(() -> config.refresh(PlatformKey.SIGV4_KEYS))
        .isInstanceOf(InvalidConfig.class)
        .hasMessageContainingAll("entry 2 of 4", "entry 3 of 4", "entry 4 of 4")
        .hasMessageNotContaining("s3cret");
    assertThat(config.accessKeys()).containsExactly(new AccessKey("AKID", new Secret("one")));
    store.remove("SIGV4_KEYS");
    assertThatThrownBy(() -> config.refresh(PlatformKey.SIGV4_KEYS))
        .hasMessageContaining("nobody could call");
  }
}
