/** longhaul jobs. */
@NullMarked
package io.longhaul.cli.jobs;

import org.jspecify.annotations.NullMarked;
