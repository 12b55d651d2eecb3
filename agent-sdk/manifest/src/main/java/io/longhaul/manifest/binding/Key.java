package io.longhaul.manifest.binding;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A record component that is a key of the file. Reader, JSON Schema and reference all work from
 * this one description. The key's name is the component's in kebab-case.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Key {

  /** What the key means: one or two sentences, shown to users. */
  String value();

  /** The key's name where the component cannot have it ({@code default} is a word of Java). */
  String name() default "";

  /** The value of an absent key, written as YAML; empty if it has none. */
  String byDefault() default "";

  /** The default in words, where other keys decide it. */
  String defaultText() default "";

  /** Whether the key must be written. */
  boolean required() default false;

  /** What {@code none} means here; empty if {@code none} is refused. The component is then null. */
  String none() default "";

  /**
   * The least value, in the key's own notation ({@code 1}, {@code 1s}, {@code 21GB}); the least
   * number of items for a list.
   */
  String minimum() default "";

  /** The greatest value, in the key's own notation. */
  String maximum() default "";

  /** The only numbers taken; empty: all within the bounds. */
  int[] oneOf() default {};

  /** What a text, or each text of a list, must match as a whole. */
  Pattern text() default @Pattern;

  /** What each name of a map must match as a whole. */
  Pattern names() default @Pattern;

  /** Whether numbers and booleans are taken where a text is meant, as they are written. */
  boolean literal() default false;

  /** A value worth showing, written as YAML. */
  String example() default "";

  /** A regular expression, and the same said for people. */
  @interface Pattern {

    /** Portable between Java and ECMA 262, because the JSON Schema carries it too. */
    String regex() default "";

    /** Continues the sentence "expected …". */
    String expected() default "";
  }
}
