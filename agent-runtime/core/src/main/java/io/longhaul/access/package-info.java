/** Who may call: API keys, tokens, signatures, and the rule that keeps local services local. */
@NullMarked
package io.longhaul.access;

import org.jspecify.annotations.NullMarked;
