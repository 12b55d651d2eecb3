/** The job store of a single process: one SQLite file in its data folder. */
@NullMarked
package io.longhaul.jobs.embedded;

import org.jspecify.annotations.NullMarked;
