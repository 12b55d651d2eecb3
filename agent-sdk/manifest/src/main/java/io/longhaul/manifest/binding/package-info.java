/** YAML bound to records: what their annotations say is read, checked and documented alike. */
@NullMarked
package io.longhaul.manifest.binding;

import org.jspecify.annotations.NullMarked;
