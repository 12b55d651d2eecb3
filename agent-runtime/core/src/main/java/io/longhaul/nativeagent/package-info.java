/** Native agents: found by the class that the manifest names, constructed once, run on records. */
@NullMarked
package io.longhaul.nativeagent;

import org.jspecify.annotations.NullMarked;
