package io.longhaul.http;

import jakarta.servlet.http.HttpServletRequest;

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
   * @throws Problem if the caller may not
   */
  Admission admit(HttpServletRequest request, Audience audience);
}
