/**
 * What the terminal gives a command and what a command gives back: streams, JSON, tables, exit
 * codes.
 */
@NullMarked
package io.longhaul.cli.shell;

import org.jspecify.annotations.NullMarked;
