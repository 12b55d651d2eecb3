package io.longhaul.agents.linkauditor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The addresses that an audit knows, numbered in the order of their discovery. For one thread. */
final class Targets {

  private final List<Target> all = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();

  int add(Target target) {
    int number = all.size();
    all.add(target);
    numbers.put(target.address(), number);
    return number;
  }

  Target get(int number) {
    return all.get(number);
  }

  Optional<Integer> numberOf(String address) {
    return Optional.ofNullable(numbers.get(address));
  }

  Optional<Target> find(String address) {
    return numberOf(address).map(all::get);
  }

  List<Target> all() {
    return Collections.unmodifiableList(all);
  }

  int size() {
    return all.size();
  }
}
