/** What every benchmark needs: child processes, quartiles, and a description of the machine. */
@NullMarked
package io.longhaul.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
