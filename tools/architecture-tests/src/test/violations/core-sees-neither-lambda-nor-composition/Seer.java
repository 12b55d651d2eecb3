package io.longhaul.http;

class Seer {
  io.longhaul.lambda.LambdaConfiguration configuration;
}
