/** Imports delivery notices; start reading at {@code DeliveryNotices}. */
@NullMarked
package io.longhaul.agents.deliverynotices;

import org.jspecify.annotations.NullMarked;
