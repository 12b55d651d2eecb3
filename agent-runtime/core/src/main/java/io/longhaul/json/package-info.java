/**
 * JSON as this house reads and writes it: the mapper, the binding of input records, and their
 * schemas.
 */
@NullMarked
package io.longhaul.json;

import org.jspecify.annotations.NullMarked;
