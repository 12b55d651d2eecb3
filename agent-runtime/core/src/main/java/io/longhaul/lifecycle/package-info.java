/** Where the service runs, in which phase of its life it is, and how it fails to start. */
@NullMarked
package io.longhaul.lifecycle;

import org.jspecify.annotations.NullMarked;
