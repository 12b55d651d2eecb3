/** The runtime clients under which Lambda handlers run, installed on this machine once. */
@NullMarked
package io.longhaul.cli.runtimes;

import org.jspecify.annotations.NullMarked;
