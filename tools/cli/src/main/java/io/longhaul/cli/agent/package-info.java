/** AGENT: a name under agents/, or a folder with an agent.yaml anywhere. */
@NullMarked
package io.longhaul.cli.agent;

import org.jspecify.annotations.NullMarked;
