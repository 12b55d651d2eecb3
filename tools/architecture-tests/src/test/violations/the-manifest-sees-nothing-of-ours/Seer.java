package io.longhaul.manifest.rules;

class Seer {
  io.longhaul.agent.Agent<String, String> agent;
}
