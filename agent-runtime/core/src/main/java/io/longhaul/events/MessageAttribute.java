package io.longhaul.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sender's attribute of a queue message.
 *
 * @param stringValue for String and Number
 * @param binaryValue for Binary, in Base64
 * @param stringListValues SQS has announced them, and sends none
 * @param binaryListValues as above, in Base64
 * @param dataType String, Number or Binary, with an own suffix or without
 */
public record MessageAttribute(
    @Nullable String stringValue,
    @Nullable String binaryValue,
    List<String> stringListValues,
    List<String> binaryListValues,
    String dataType) {

  /** Copies the lists. */
  public MessageAttribute {
    stringListValues = List.copyOf(stringListValues);
    binaryListValues = List.copyOf(binaryListValues);
  }
}
