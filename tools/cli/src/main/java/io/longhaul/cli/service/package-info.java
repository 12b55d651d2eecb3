/**
 * Services on this machine: the command line that starts one, finding one, running one of our own.
 */
@NullMarked
package io.longhaul.cli.service;

import org.jspecify.annotations.NullMarked;
