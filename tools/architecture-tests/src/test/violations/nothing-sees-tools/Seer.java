package io.longhaul.http;

class Seer {
  io.longhaul.cli.shell.Shell shell;
}
