package io.longhaul.agents.one;

class Seer {
  org.springframework.context.ApplicationContext context;
}
