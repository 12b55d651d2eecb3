package io.longhaul.app;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import org.jspecify.annotations.Nullable;

/** What Lambda's runtime tells a handler about its call. */
record FakeLambda(String getAwsRequestId, int getRemainingTimeInMillis) implements Context {

  @Override
  public String getAwsRequestId() {
    return getAwsRequestId;
  }

  @Override
  public int getRemainingTimeInMillis() {
    return getRemainingTimeInMillis;
  }

  @Override
  public String getLogGroupName() {
    return "/aws/lambda/witness";
  }

  @Override
  public String getLogStreamName() {
    return "one";
  }

  @Override
  public String getFunctionName() {
    return "witness";
  }

  @Override
  public String getFunctionVersion() {
    return "$LATEST";
  }

  @Override
  public String getInvokedFunctionArn() {
    return "arn:aws:lambda:us-east-1:123456789012:function:witness";
  }

  @Override
  public @Nullable CognitoIdentity getIdentity() {
    return null;
  }

  @Override
  public @Nullable ClientContext getClientContext() {
    return null;
  }

  @Override
  public int getMemoryLimitInMB() {
    return 512;
  }

  @Override
  public LambdaLogger getLogger() {
    throw new UnsupportedOperationException();
  }
}
