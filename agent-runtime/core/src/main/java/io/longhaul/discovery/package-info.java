/** How others learn what the agent does: the /discover document, OpenAPI, the pages at /docs. */
@NullMarked
package io.longhaul.discovery;

import org.jspecify.annotations.NullMarked;
