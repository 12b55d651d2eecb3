package io.longhaul.lambda;

class Seer {
  io.netty.channel.Channel channel;
}
