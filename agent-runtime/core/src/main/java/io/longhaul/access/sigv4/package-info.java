/**
 * AWS Signature Version 4, checked with keys of this service's own.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">
 *     AWS: create a signed request</a>
 */
@NullMarked
package io.longhaul.access.sigv4;

import org.jspecify.annotations.NullMarked;
