/** agent.yaml: its records, its reader, its JSON Schema, and every name that the rooms share. */
@NullMarked
package io.longhaul.manifest;

import org.jspecify.annotations.NullMarked;
