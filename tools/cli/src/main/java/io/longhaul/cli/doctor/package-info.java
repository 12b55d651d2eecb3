/** longhaul doctor. */
@NullMarked
package io.longhaul.cli.doctor;

import org.jspecify.annotations.NullMarked;
