package io.longhaul.manifest;

import io.longhaul.manifest.binding.Worded;

/** The processor that a task runs on; the words are Lambda's. */
public enum Architecture implements Worded {
  /** 64-bit ARM (Graviton), a fifth cheaper. */
  ARM64("arm64"),
  /** 64-bit Intel or AMD. */
  X86_64("x86_64");

  private final String word;

  Architecture(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
