package io.longhaul.http;

class Seer {
  io.longhaul.app.Main main;
}
