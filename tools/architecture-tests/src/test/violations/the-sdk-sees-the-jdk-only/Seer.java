package io.longhaul.agent;

class Seer {
  io.longhaul.manifest.Manifest manifest;
}
