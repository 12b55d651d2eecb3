package io.longhaul.http;

import org.apache.coyote.http11.Http11NioProtocol;

/**
 * HTTP/1.1 with small buffers: ten thousand calls that wait each hold a connection with its
 * buffers, and what they answer is written in a few pieces anyway. Public because Tomcat makes it
 * by its name.
 */
public final class SmallBuffersProtocol extends Http11NioProtocol {

  private static final int ANSWER = 1024;
  private static final int ANSWER_HEADERS = 4096;
  private static final int SOCKET_READ = 2048;
  private static final int SOCKET_WRITE = 2048;
  private static final int TRAILERS = 1024;

  /** Sets the sizes. */
  public SmallBuffersProtocol() {
    setMaxHttpResponseHeaderSize(ANSWER_HEADERS);
    setMaxTrailerSize(TRAILERS);
    setProperty("socket.appReadBufSize", Integer.toString(SOCKET_READ));
    setProperty("socket.appWriteBufSize", Integer.toString(SOCKET_WRITE));
  }

  /** Tomcat makes buffers of this size for the body of an answer; else they have 24 KB. */
  @Override
  public int getDesiredBufferSize() {
    return ANSWER;
  }
}
