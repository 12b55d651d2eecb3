/** What the author of an agent compiles against: the JDK, and nothing of the runtime. */
@NullMarked
package io.longhaul.agent;

import org.jspecify.annotations.NullMarked;
