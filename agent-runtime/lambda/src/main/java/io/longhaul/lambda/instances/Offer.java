package io.longhaul.lambda.instances;

import io.longhaul.lambda.runtimeapi.Poll;

/** An instance whose client asked for its next call. */
record Offer(Instance instance, Poll poll) {}
