package io.longhaul.lambda.instances;

import io.longhaul.lambda.runtimeapi.Report;
import io.longhaul.lambda.runtimeapi.Upload;

/** An answer to a call that is being answered already: it is read, and thrown away. */
final class SecondAnswer implements Upload {

  @Override
  public void part(byte[] bytes) {
    // nobody wants it
  }

  @Override
  public void end() {
    // the first answer ends the call
  }

  @Override
  public void failed(Report report) {
    // as above
  }

  @Override
  public void broken() {
    // as above
  }
}
