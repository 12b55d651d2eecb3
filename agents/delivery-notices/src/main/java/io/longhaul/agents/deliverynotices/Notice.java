package io.longhaul.agents.deliverynotices;

import java.time.LocalDate;
import java.util.List;

/**
 * What a supplier says it has delivered.
 *
 * @param number the supplier's; the same number is the same notice
 * @param order the order that it belongs to
 */
record Notice(String number, String order, LocalDate delivered, List<Line> lines) {

  Notice {
    lines = List.copyOf(lines);
  }

  /**
   * An article.
   *
   * @param quantity 1 at least
   */
  record Line(String sku, int quantity) {}
}
