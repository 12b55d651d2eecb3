package io.longhaul.http;

import org.springframework.boot.web.server.servlet.ServletWebServerFactory;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerAdapter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.HttpRequestHandlerAdapter;
import tools.jackson.databind.json.JsonMapper;

/** The server and its dispatch. Needs routes, a gate, a meter, CORS origins and settings. */
@Configuration(proxyBeanMethods = false)
public class HttpConfiguration {

  @Bean
  ServletWebServerFactory webServer(ServerSettings settings, JsonMapper mapper) {
    return new TomcatCustomizer(settings, mapper).factory();
  }

  @Bean
  DispatcherServlet dispatcherServlet(WebApplicationContext context) {
    var servlet = new DispatcherServlet(context);
    servlet.setPublishEvents(false);
    return servlet;
  }

  @Bean
  ServletRegistrationBean<DispatcherServlet> dispatcherRegistration(DispatcherServlet servlet) {
    var registration = new ServletRegistrationBean<>(servlet, "/");
    registration.setLoadOnStartup(1);
    return registration;
  }

  @Bean
  HandlerMapping routeMapping(Routes routes, CorsConfigurationSource origins, JsonMapper mapper) {
    var mapping = new RouteMapping(routes);
    mapping.setCorsConfigurationSource(origins);
    mapping.setCorsProcessor(new ProblemCors(mapper));
    return mapping;
  }

  @Bean
  HandlerAdapter routeAdapter(
      Gate gate, ServerSettings settings, JsonMapper mapper, RequestMeter meter) {
    return new RouteAdapter(gate, new Bodies(settings.maxBody()), mapper, meter);
  }

  /** Answers the preflight calls of CORS. */
  @Bean
  HandlerAdapter preflightAdapter() {
    return new HttpRequestHandlerAdapter();
  }

  /** Keeps Spring's own resolvers away: every failure is answered where it happened. */
  @Bean
  HandlerExceptionResolver noResolver() {
    return (_, _, _, _) -> (ModelAndView) null;
  }
}
