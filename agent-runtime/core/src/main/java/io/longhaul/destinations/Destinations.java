package io.longhaul.destinations;

import io.longhaul.handler.Json;

/**
 * Queues, topics, buses and functions to which records are sent. Safe for concurrent use.
 *
 * <p>Who sends tries again after whatever is thrown but {@link RecordRejected}, so the same record
 * may arrive twice, as on AWS.
 */
public interface Destinations {

  /**
   * Sends a record; returns when the destination has it for good.
   *
   * @param arn as the manifest names it
   * @param record one JSON value
   * @throws DestinationAway if it has to be tried again
   * @throws RecordRejected if it will never be taken
   */
  void send(String arn, Json record);

  /** Where a record for this ARN really goes, for people. */
  String describe(String arn);
}
