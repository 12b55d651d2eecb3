package io.longhaul.http;

import java.time.Duration;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.RemoteIpValve;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Shutdown;
import tools.jackson.databind.json.JsonMapper;

/** Sets Tomcat up: virtual threads, small buffers for many waiting calls, no page of its own. */
final class TomcatCustomizer {

  /** Connections for everything but synchronous calls: status, jobs, events, idle ones. */
  private static final int OTHER_CONNECTIONS = 8192;

  private static final int SWALLOWED_BODIES = 4;

  /** Longer than a load balancer's idle limit (4,000 s at most), so that it closes, never we. */
  private static final Duration KEEP_ALIVE_BEHIND_PROXY = Duration.ofMinutes(70);

  private static final Duration KEEP_ALIVE = Duration.ofSeconds(75);

  /** Bytes of all headers together; API Gateway takes 10,240, a browser's cookies may have more. */
  private static final int MAX_HEADERS = 16 * 1024;

  /** What browsers and scripts send without encoding it, and gateways let through. */
  private static final String RELAXED = "\"<>[]^`{|}";

  /** Nobody can send a header of this name. */
  private static final String NONE = "";

  private final ServerSettings settings;
  private final JsonMapper mapper;

  TomcatCustomizer(ServerSettings settings, JsonMapper mapper) {
    this.settings = settings;
    this.mapper = mapper;
  }

  TomcatServletWebServerFactory factory() {
    var factory = new TomcatServletWebServerFactory(settings.port());
    factory.setAddress(settings.host());
    factory.setProtocol(SmallBuffersProtocol.class.getName());
    factory.setShutdown(Shutdown.GRACEFUL);
    factory.getSettings().getJsp().setRegistered(false);
    factory.addConnectorCustomizers(this::connector);
    factory.addContextCustomizers(this::context);
    factory.addEngineValves(new UnusedBuffers());
    if (settings.behindProxy()) {
      var valve = new RemoteIpValve();
      valve.setRemoteIpHeader(NONE); // it would take X-Forwarded-For away from functions
      valve.setProtocolHeader("X-Forwarded-Proto");
      valve.setPortHeader("X-Forwarded-Port");
      factory.addEngineValves(valve);
    }
    return factory;
  }

  private void connector(Connector connector) {
    connector.setParseBodyMethods("NONE");
    if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> protocol) {
      protocol.setExecutor(new VirtualThreadExecutor("http-"));
      protocol.setMaxConnections(OTHER_CONNECTIONS + settings.calls());
      protocol.setAcceptCount(1024);
      protocol.setMaxKeepAliveRequests(-1);
      protocol.setKeepAliveTimeout(
          (int) (settings.behindProxy() ? KEEP_ALIVE_BEHIND_PROXY : KEEP_ALIVE).toMillis());
      protocol.setMaxSwallowSize(
          (int) Math.min(Integer.MAX_VALUE, (long) SWALLOWED_BODIES * settings.maxBody()));
      if (settings.anyPath()) {
        relax(connector, protocol);
      }
    }
  }

  private static void relax(Connector connector, AbstractHttp11Protocol<?> protocol) {
    connector.setEncodedSolidusHandling("passthrough");
    connector.setEncodedReverseSolidusHandling("passthrough");
    protocol.setRelaxedPathChars(RELAXED);
    protocol.setRelaxedQueryChars(RELAXED + "\\");
    protocol.setMaxHttpRequestHeaderSize(MAX_HEADERS);
    protocol.setMaxHttpResponseHeaderSize(MAX_HEADERS);
  }

  private void context(Context context) {
    var host = (StandardHost) context.getParent();
    host.setErrorReportValveClass(ProblemValve.class.getName());
    host.getPipeline().addValve(new ProblemValve(mapper));
  }
}
