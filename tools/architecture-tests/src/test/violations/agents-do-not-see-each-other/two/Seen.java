package io.longhaul.agents.two;

public class Seen {}
