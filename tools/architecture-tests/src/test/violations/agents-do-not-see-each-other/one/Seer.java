package io.longhaul.agents.one;

class Seer {
  io.longhaul.agents.two.Seen seen;
}
