package io.longhaul.lambda;

import java.nio.file.Path;
import java.util.Map;

/**
 * What the launch says about a Lambda handler.
 *
 * @param runtime where its runtime client is installed
 * @param scratch holds the instances' folders for temporary files
 * @param surroundings the environment of the service
 */
public record LambdaSettings(Path runtime, Path scratch, Map<String, String> surroundings) {}
