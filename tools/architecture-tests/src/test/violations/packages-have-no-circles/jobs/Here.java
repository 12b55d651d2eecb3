package io.longhaul.jobs;

public class Here {
  io.longhaul.http.There there;
}
