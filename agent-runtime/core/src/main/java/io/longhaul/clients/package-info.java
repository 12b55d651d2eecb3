/** Outgoing calls of agents, each dependency with the resilience that its manifest names. */
@NullMarked
package io.longhaul.clients;

import org.jspecify.annotations.NullMarked;
