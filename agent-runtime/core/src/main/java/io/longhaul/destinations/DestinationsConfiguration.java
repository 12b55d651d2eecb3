package io.longhaul.destinations;

import io.longhaul.manifest.Manifest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Destinations as files of this machine. Needs a folder that this process may hold alone. */
@Configuration(proxyBeanMethods = false)
public class DestinationsConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(DestinationsConfiguration.class);

  @Bean
  Destinations destinations(DestinationSettings settings, Manifest manifest) {
    var files = new DestinationFiles(settings.folder());
    tell(files, "on-success", manifest.async().onSuccess());
    tell(files, "on-failure", manifest.async().onFailure());
    return files;
  }

  private static void tell(Destinations files, String key, @Nullable String arn) {
    if (arn != null) {
      LOG.info(
          "destinations: records for async.{} are written to {}, because no AWS is configured; on"
              + " AWS they go to {}",
          key,
          files.describe(arn),
          arn);
    }
  }
}
