package io.longhaul.manifest;

import io.longhaul.manifest.binding.Worded;

/** The runtimes of Lambda, by Lambda's own words. */
public enum LambdaRuntime implements Worded {
  PYTHON3_9("python3.9"),
  PYTHON3_10("python3.10"),
  PYTHON3_11("python3.11"),
  PYTHON3_12("python3.12"),
  PYTHON3_13("python3.13"),
  PYTHON3_14("python3.14"),
  NODEJS18_X("nodejs18.x"),
  NODEJS20_X("nodejs20.x"),
  NODEJS22_X("nodejs22.x"),
  NODEJS24_X("nodejs24.x"),
  JAVA8_AL2("java8.al2"),
  JAVA11("java11"),
  JAVA17("java17"),
  JAVA21("java21"),
  JAVA25("java25"),
  DOTNET8("dotnet8"),
  DOTNET10("dotnet10"),
  RUBY3_2("ruby3.2"),
  RUBY3_3("ruby3.3"),
  RUBY3_4("ruby3.4"),
  PROVIDED_AL2("provided.al2"),
  PROVIDED_AL2023("provided.al2023");

  private final String word;

  LambdaRuntime(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
