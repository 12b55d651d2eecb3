/** How log lines look: short lines for people locally, JSON for machines on ECS. */
@NullMarked
package io.longhaul.logs;

import org.jspecify.annotations.NullMarked;
