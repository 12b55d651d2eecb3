/** Child processes of a Lambda handler: started, given calls, watched, replaced. */
@NullMarked
package io.longhaul.lambda.instances;

import org.jspecify.annotations.NullMarked;
