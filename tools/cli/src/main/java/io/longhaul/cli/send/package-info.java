/** longhaul send: what a queue, a bucket, a topic, a bus or a schedule would deliver. */
@NullMarked
package io.longhaul.cli.send;

import org.jspecify.annotations.NullMarked;
