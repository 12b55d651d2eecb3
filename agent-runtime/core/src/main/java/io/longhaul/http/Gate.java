package io.longhaul.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** Decides who gets in. Safe for concurrent use. */
public interface Gate {

  /**
   * Looks at a call before anything is done with it, unknown paths included.
   *
   * @throws Problem if this service does not answer such calls at all
   */
  void guard(HttpServletRequest request);

  /**
   * Tells who calls.
   *
   * @param body read here only if the proof covers it
   * @throws Problem if the caller may not
   * @throws IOException if the body broke off
   */
  Admission admit(HttpServletRequest request, Body body, Audience audience) throws IOException;
}
