package io.longhaul.lambda.invokeapi;

import io.longhaul.destinations.Destinations;
import io.longhaul.destinations.RecordRejected;
import io.longhaul.handler.Json;
import io.longhaul.handler.MalformedInput;
import io.longhaul.jobs.Answer;
import io.longhaul.jobs.EventOutcomes;
import io.longhaul.jobs.Failure;
import io.longhaul.jobs.Job;
import io.longhaul.jobs.JobState;
import io.longhaul.jobs.Undeliverable;
import io.longhaul.json.JsonText;
import io.longhaul.lambda.calls.FunctionArn;
import io.longhaul.manifest.AsyncSettings;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * The records that Lambda sends of asynchronous invocations, member by member as AWS's page
 * "Capturing records of Lambda asynchronous invocations" shows them.
 */
final class InvocationRecords implements EventOutcomes {

  /** AWS writes three digits, zeros too. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private static final String VERSION = "$LATEST";

  private final FunctionArn function;
  private final AsyncSettings settings;
  private final Destinations destinations;
  private final FunctionErrors errors;
  private final JsonMapper mapper;
  private final JsonText text;

  InvocationRecords(
      FunctionArn function,
      AsyncSettings settings,
      Destinations destinations,
      FunctionErrors errors,
      JsonMapper mapper) {
    this.function = function;
    this.settings = settings;
    this.destinations = destinations;
    this.errors = errors;
    this.mapper = mapper;
    this.text = new JsonText(mapper);
  }

  /** AWS has no word for an end by cancellation, so nobody is told of it. */
  @Override
  public boolean awaited(JobState end) {
    return destination(end) != null;
  }

  @Override
  public Json report(Answer.Failed attempt) {
    return errors.report(attempt, mapper);
  }

  @Override
  public void tell(Job ended, Json input, @Nullable Json response) {
    var arn = destination(ended.state());
    if (arn != null) { // else the manifest has changed since it ended
      send(arn, record(ended, input, response));
    }
  }

  private void send(String arn, Json record) {
    try {
      destinations.send(arn, record);
    } catch (RecordRejected e) {
      throw new Undeliverable(Objects.requireNonNullElseGet(e.getMessage(), e::toString), e);
    }
  }

  private @Nullable String destination(JobState end) {
    return switch (end) {
      case SUCCEEDED -> settings.onSuccess();
      case FAILED -> settings.onFailure();
      case QUEUED, RUNNING, CANCELLED -> null;
    };
  }

  private Json record(Job ended, Json input, @Nullable Json response) {
    var out = new ByteArrayOutputStream();
    try (var json = mapper.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringProperty("version", "1.0");
      json.writeStringProperty("timestamp", TIME.format(time(ended)));
      request(json, ended);
      payload(json, "requestPayload", input);
      if (response != null) { // else nothing was ever run
        response(json, ended);
        payload(json, "responsePayload", response);
      }
      json.writeEndObject();
    }
    return Json.of(out.toByteArray());
  }

  private static Instant time(Job ended) {
    return Objects.requireNonNullElse(ended.finishedAt(), ended.createdAt());
  }

  private void request(JsonGenerator json, Job ended) {
    json.writeObjectPropertyStart("requestContext");
    json.writeStringProperty("requestId", ended.id().toString());
    json.writeStringProperty("functionArn", function + ":" + VERSION);
    json.writeStringProperty("condition", condition(ended));
    json.writeNumberProperty("approximateInvokeCount", ended.attempt());
    json.writeEndObject();
  }

  private static String condition(Job ended) {
    if (ended.state() == JobState.SUCCEEDED) {
      return "Success";
    }
    var error = ended.error();
    return error != null && error.type().equals(Failure.EVENT_AGE_EXCEEDED)
        ? "EventAgeExceeded"
        : "RetriesExhausted";
  }

  private static void response(JsonGenerator json, Job ended) {
    json.writeObjectPropertyStart("responseContext");
    json.writeNumberProperty("statusCode", 200);
    json.writeStringProperty("executedVersion", VERSION);
    if (ended.state() == JobState.FAILED) {
      json.writeStringProperty("functionError", "Unhandled");
    }
    json.writeEndObject();
  }

  /** As it is, so that no number loses digits; what is no JSON becomes a text. */
  private void payload(JsonGenerator json, String name, Json payload) {
    json.writeName(name);
    if (isJson(payload)) {
      json.writeRawValue(payload.toString());
    } else {
      json.writeString(payload.toString());
    }
  }

  private boolean isJson(Json payload) {
    try {
      text.requireJson(payload);
      return true;
    } catch (MalformedInput _) {
      return false;
    }
  }
}
