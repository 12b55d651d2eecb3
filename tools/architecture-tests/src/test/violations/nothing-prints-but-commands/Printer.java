package io.longhaul.jobs;

class Printer {
  void print() {
    System.out.println("printed");
  }
}
