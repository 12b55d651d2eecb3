package io.longhaul.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.longhaul.manifest.binding.JsonText;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GoldenManifestTest {

  private final Manifest manifest = Manifests.read(Manifests.golden());

  @Test
  void readWhenDesignsExampleTellsWhoTheAgentIs() {
    assertThat(manifest.name()).isEqualTo("invoice-reader");
    assertThat(manifest.version()).isEqualTo("1.4.0");
    assertThat(manifest.owner()).isEqualTo("team-billing");
    assertThat(manifest.capabilities()).containsExactly("read-invoices");
    assertThat(manifest.folder()).isEqualTo(Path.of("agents/price-watch"));
    assertThat(manifest.environment()).isEqualTo("prod");
  }

  @Test
  void readWhenDesignsExampleTellsWhatRuns() {
    assertThat(manifest.runtime()).isEqualTo(LambdaRuntime.PYTHON3_13);
    assertThat(manifest.nativeAgent()).isFalse();
    assertThat(manifest.code()).isEqualTo("src");
    assertThat(manifest.places()).isEqualTo(4);
    assertThat(manifest.env()).containsExactly(Map.entry("LOG_LEVEL", "info"));
  }

  @Test
  void readWhenDesignsExampleTellsConfigAndJobs() {
    assertThat(manifest.config())
        .containsEntry("MODEL", new ConfigKey("small", false, false))
        .containsEntry("OPENAI_API_KEY", new ConfigKey(null, true, true));
    var jobs = manifest.jobs();
    assertThat(jobs.concurrency()).isEqualTo(2);
    assertThat(jobs.timeout()).isNull();
    assertThat(jobs.retention()).isEqualTo(Duration.ofDays(30));
  }

  @Test
  void readWhenDesignsExampleTellsHttpAndClients() {
    assertThat(manifest.http().event()).isEqualTo(HttpEvent.API_GATEWAY_V2);
    assertThat(manifest.http().maxWait()).isNull();
    assertThat(manifest.http().maxBody()).isEqualTo(ByteSize.parse("6MB"));
    assertThat(manifest.access()).isEqualTo(new AccessSettings(Auth.API_KEY, null, null));
    var breaker = new CircuitBreakerSettings(new Share(50), 20, Duration.ofSeconds(30));
    assertThat(manifest.clients())
        .containsEntry(
            "web",
            new ClientSettings(Duration.ofSeconds(10), 2, breaker, null, Rate.parse("20/s")));
  }

  @Test
  void readWhenDesignsExampleTellsTriggersOfEveryKind() {
    assertThat(manifest.triggers())
        .containsExactly(
            new Trigger.Schedule("0 6 * * ? *", "Europe/London", new JsonText("{\"full\":true}")),
            new Trigger.Sqs("incoming", 10),
            new Trigger.S3("uploads", "invoices/", ""),
            new Trigger.Events(List.of("billing"), List.of(), "default"));
  }

  @Test
  void readWhenDesignsExampleTellsCapacity() {
    assertThat(manifest.resources())
        .isEqualTo(
            new ResourceSettings(
                512, ByteSize.parse("1GB"), ByteSize.parse("20GB"), Architecture.ARM64, false));
    assertThat(manifest.scaling())
        .isEqualTo(
            new ScalingSettings(1, 10, new ScalingTarget(new Share(60), new Share(75), 200, 5)));
    assertThat(manifest.permissions())
        .containsExactly(
            new Permission(List.of("s3:GetObject"), List.of("arn:aws:s3:::uploads/*")));
  }

  @Test
  void readWhenEnvironmentHasOverlayMergesIt() {
    var dev = Manifests.read(Manifests.golden(), "dev");
    assertThat(dev.scaling().max()).isEqualTo(1);
    assertThat(dev.scaling().target()).isEqualTo(manifest.scaling().target());
  }
}
