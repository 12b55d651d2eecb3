/** Events of queues, buckets, topics, buses and schedules, as Lambda gives them to functions. */
@NullMarked
package io.longhaul.lambda.queueevents;

import org.jspecify.annotations.NullMarked;
