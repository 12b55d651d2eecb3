package io.longhaul.lambda.runtimeapi;

import io.longhaul.handler.Json;

/**
 * An error as a runtime client reports it.
 *
 * @param errorType from the header; empty if it was not sent
 * @param body usually JSON with errorType, errorMessage and stackTrace, not checked
 */
public record Report(String errorType, Json body) {}
