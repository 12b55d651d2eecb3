package io.longhaul.jobs;

class Seer {
  com.amazonaws.services.lambda.runtime.Context context;
}
