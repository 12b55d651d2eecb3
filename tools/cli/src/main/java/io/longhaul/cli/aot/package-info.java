/**
 * JDK 25's AOT cache, which halves the time to the first answer; made aside, thrown away when in
 * doubt.
 */
@NullMarked
package io.longhaul.cli.aot;

import org.jspecify.annotations.NullMarked;
