package io.longhaul.lambda.runtimeapi;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpServerExpectContinueHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/** Serves the Runtime API on as many ports as there are instances, on one thread. */
public final class RuntimeServer implements AutoCloseable {

  /** Clients put a stack trace of up to 1 MiB into one header. */
  private static final int HEADERS = 2 << 20;

  private final EventLoopGroup group =
      new MultiThreadIoEventLoopGroup(
          1, new DefaultThreadFactory("runtime-api", true), NioIoHandler.newFactory());

  private final int maxOutput;

  /**
   * Listens nowhere yet.
   *
   * @param maxOutput the most bytes that a handler may answer
   */
  public RuntimeServer(int maxOutput) {
    this.maxOutput = maxOutput;
  }

  /** Opens a port on loopback. */
  public RuntimePort open(RuntimeListener listener, ExtensionListener extensions)
      throws InterruptedException {
    var runtime = new RuntimePaths(listener, maxOutput);
    var beside = new ExtensionPaths(extensions);
    var channel =
        new ServerBootstrap()
            .group(group)
            .channel(NioServerSocketChannel.class)
            .childHandler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel connection) {
                    connection
                        .pipeline()
                        .addLast(
                            new HttpServerCodec(new HttpDecoderConfig().setMaxHeaderSize(HEADERS)),
                            new HttpServerExpectContinueHandler(),
                            new Conversation(runtime, beside));
                  }
                })
            .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .sync()
            .channel();
    return new RuntimePort(channel);
  }

  @Override
  public void close() {
    var _ = group.shutdownGracefully(0, 1, TimeUnit.SECONDS);
  }

  static int port(Channel channel) {
    return ((InetSocketAddress) channel.localAddress()).getPort();
  }
}
