package io.longhaul.manifest;

import io.longhaul.manifest.binding.Key;
import io.longhaul.manifest.binding.Key.Pattern;
import java.util.List;

/** What the agent may do in AWS beside using its own queue, values and table keys. */
public record Permission(
    @Key(
            value = "The actions allowed.",
            required = true,
            minimum = "1",
            text =
                @Pattern(
                    regex = "[a-z0-9-]+:[A-Za-z*]+",
                    expected = "a service and an action, such as s3:GetObject"),
            example = "[s3:GetObject]")
        List<String> actions,
    @Key(
            value = "The ARNs they are allowed on; * stands for any text.",
            required = true,
            minimum = "1",
            text =
                @Pattern(
                    regex = "(\\*|" + Patterns.ARN + ")",
                    expected = "an ARN such as arn:aws:s3:::uploads/*, or *"),
            example = "[\"arn:aws:s3:::uploads/*\"]")
        List<String> resources) {

  /** Copies the lists. */
  public Permission {
    actions = List.copyOf(actions);
    resources = List.copyOf(resources);
  }
}
