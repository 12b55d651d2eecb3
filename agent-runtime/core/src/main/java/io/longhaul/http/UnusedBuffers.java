package io.longhaul.http;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.CharBuffer;
import org.apache.catalina.connector.InputBuffer;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;

/**
 * Takes from every request the 16 KB in which Tomcat would turn its body into characters: bodies
 * are read as bytes here, and with ten thousand waiting calls that is a third of a small heap.
 * Tomcat has no setting for it; whoever asks for a reader after all gets a buffer that grows.
 */
final class UnusedBuffers extends ValveBase {

  private static final int CHARACTERS = 64;
  private static final @Nullable VarHandle INPUT =
      field(Request.class, "inputBuffer", InputBuffer.class);
  private static final @Nullable VarHandle READER =
      field(InputBuffer.class, "cb", CharBuffer.class);

  UnusedBuffers() {
    super(true); // lets asynchronous calls pass
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    if (INPUT != null && READER != null) {
      var input = (InputBuffer) INPUT.get(request);
      // requests are used again and again, so this happens once for each
      if (((CharBuffer) READER.get(input)).capacity() > CHARACTERS) {
        READER.set(input, CharBuffer.allocate(CHARACTERS).limit(0)); // nothing read yet
      }
    }
    getNext().invoke(request, response);
  }

  /** Null where another Tomcat has no such field: then requests keep what they have. */
  private static @Nullable VarHandle field(Class<?> owner, String name, Class<?> type) {
    try {
      return MethodHandles.privateLookupIn(owner, MethodHandles.lookup())
          .findVarHandle(owner, name, type);
    } catch (ReflectiveOperationException _) {
      return null;
    }
  }
}
