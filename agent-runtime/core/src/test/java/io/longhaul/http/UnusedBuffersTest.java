package io.longhaul.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.CharBuffer;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.junit.jupiter.api.Test;

final class UnusedBuffersTest {

  /** Fails with a Tomcat that keeps them elsewhere, where the valve would do nothing. */
  @Test
  void requestKeepsAlmostNothingForCharacters() throws Exception {
    var request = new Connector().createRequest(new org.apache.coyote.Request());
    assertThat(characters(request).capacity()).isGreaterThan(4096);

    var valve = new UnusedBuffers();
    valve.setNext(new End());
    valve.invoke(request, new Response(new org.apache.coyote.Response()));
    assertThat(characters(request).capacity()).isLessThan(100);
    assertThat(characters(request).remaining()).isZero();
  }

  private static CharBuffer characters(Request request) throws ReflectiveOperationException {
    var input = field(Request.class, "inputBuffer", request);
    return (CharBuffer) field(input.getClass(), "cb", input);
  }

  private static Object field(Class<?> owner, String name, Object of)
      throws ReflectiveOperationException {
    var field = owner.getDeclaredField(name);
    field.setAccessible(true);
    return field.get(of);
  }

  private static final class End extends ValveBase {
    @Override
    public void invoke(Request request, Response response) {
      // the servlet would come here
    }
  }
}
