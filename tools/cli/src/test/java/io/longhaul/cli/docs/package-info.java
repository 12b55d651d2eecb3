@NullMarked
package io.longhaul.cli.docs;

import org.jspecify.annotations.NullMarked;
