/** An agent's sample: its input, and the site that it reads. */
@NullMarked
package io.longhaul.cli.sample;

import org.jspecify.annotations.NullMarked;
