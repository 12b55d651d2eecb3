package io.longhaul.agent;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The format of a text, in JSON Schema's words; {@code uri}, {@code date}, {@code date-time},
 * {@code email} and {@code uuid} are checked.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({
  ElementType.RECORD_COMPONENT,
  ElementType.FIELD,
  ElementType.METHOD,
  ElementType.PARAMETER
})
public @interface Format {

  /** A format of JSON Schema. */
  String value();
}
