/**
 * Events that arrive without a caller: what was delivered, which executions it becomes, and which
 * of its messages are done with. Pollers and the HTTP contract deliver; the shapes that a handler
 * gets are behind {@link io.longhaul.events.EventShapes}.
 */
@NullMarked
package io.longhaul.events;

import org.jspecify.annotations.NullMarked;
