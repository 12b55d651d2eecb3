/** Every name that runtime, infra and command line must agree on. */
@NullMarked
package io.longhaul.manifest.names;

import org.jspecify.annotations.NullMarked;
