/** What runs an agent's code. Native agents here; Lambda handlers in agent-runtime-lambda. */
@NullMarked
package io.longhaul.handler;

import org.jspecify.annotations.NullMarked;
