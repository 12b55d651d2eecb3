package io.longhaul.access.sigv4;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the header Authorization says.
 *
 * @param id of the key
 * @param signedHeaders names in lower case, sorted
 * @param signature 64 hexadecimal digits
 */
record Proof(String id, Scope scope, List<String> signedHeaders, String signature) {

  static final String ALGORITHM = "AWS4-HMAC-SHA256";

  /** AWS takes the three parts in this order with or without spaces behind the commas. */
  private static final Pattern HEADER =
      Pattern.compile(
          ALGORITHM
              + " +Credential=(\\w{1,128})/([0-9]{8})/([a-z0-9-]{1,32})/([a-z0-9-]{1,32})/aws4_request"
              + ", *SignedHeaders=([a-z0-9!#$%&'*+.^_`|~;-]+)"
              + ", *Signature=([0-9a-f]{64})");

  /** Lambda's callers sign for lambda, others for the service that API Gateway has. */
  private static final List<String> SERVICES = List.of("lambda", "execute-api");

  /** Reads the header; the form in the query (presigned) is told apart, to say what to do. */
  static Proof of(Headers headers, @Nullable String query) {
    List<String> sent = headers.all("authorization");
    if (sent.isEmpty()) {
      throw query != null && query.contains("X-Amz-Signature=")
          ? Refusal.presigned()
          : Refusal.missing();
    }
    if (!sent.getFirst().startsWith("AWS4-")) {
      throw Refusal.missing();
    }
    Matcher parts = HEADER.matcher(sent.getFirst());
    if (sent.size() > 1 || !parts.matches()) {
      throw Refusal.malformed();
    }
    var scope = new Scope(parts.group(2), parts.group(3), parts.group(4));
    if (!SERVICES.contains(scope.service())) {
      throw Refusal.otherService(scope.service(), SERVICES);
    }
    return new Proof(parts.group(1), scope, sorted(parts.group(5)), parts.group(6));
  }

  private static List<String> sorted(String names) {
    var list = Arrays.asList(names.split(";", -1));
    var sorted = new ArrayList<>(list.stream().distinct().sorted().toList());
    if (!sorted.equals(list)) {
      throw Refusal.unsorted();
    }
    return sorted;
  }
}
