package io.longhaul.cli.service;

import io.longhaul.cli.agent.Checkout;
import io.longhaul.cli.api.ServiceClient;
import io.longhaul.cli.shell.Shell;
import java.net.URI;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A service to talk to: one that runs already, or one of the command's own.
 *
 * @param own null: somebody else's, which stays when the command ends
 * @param alive whether it makes sense to wait for it
 */
public record ServiceAccess(ServiceClient client, @Nullable OwnService own, BooleanSupplier alive)
    implements AutoCloseable {

  private static final String KEY = "LONGHAUL_API_KEY";

  /** The service that holds the agent's data folder, else a new one. */
  public static ServiceAccess of(Shell shell, Checkout checkout, ServiceCommand command) {
    var running = ServiceFile.alive(command.data());
    if (running.isPresent()) {
      return to(shell, running.get());
    }
    var own = OwnService.start(command.ready(shell, checkout));
    try {
      var url = own.await();
      if (url.isPresent()) {
        return new ServiceAccess(
            new ServiceClient(url.get(), shell.variable(KEY)), own, own::alive);
      }
    } catch (RuntimeException e) {
      own.close();
      throw e;
    }
    own.close();
    return of(shell, checkout, command);
  }

  /** A service on this machine. */
  public static ServiceAccess to(Shell shell, ServiceFile file) {
    var client = new ServiceClient(file.url(), shell.variable(KEY));
    return new ServiceAccess(client, null, () -> ProcessHandle.of(file.pid()).isPresent());
  }

  /** A service anywhere. */
  public static ServiceAccess to(Shell shell, URI url) {
    return new ServiceAccess(new ServiceClient(url, shell.variable(KEY)), null, () -> true);
  }

  /** Says where to look when it is gone; empty if nobody here knows. */
  public String whereItLogs() {
    return own == null ? "" : " Its log: " + own.log();
  }

  @Override
  public void close() {
    client.close();
    if (own != null) {
      own.close();
    }
  }
}
