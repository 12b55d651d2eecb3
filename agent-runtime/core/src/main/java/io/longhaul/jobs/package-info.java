/**
 * Executions and jobs: accepted, run, retried, cancelled, handed back; and the ports that store
 * them.
 */
@NullMarked
package io.longhaul.jobs;

import org.jspecify.annotations.NullMarked;
