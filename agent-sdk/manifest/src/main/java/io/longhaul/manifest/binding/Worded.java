package io.longhaul.manifest.binding;

/** An enum whose words are not its names in kebab-case. */
public interface Worded {

  /** How the constant is written in the file. */
  String word();
}
