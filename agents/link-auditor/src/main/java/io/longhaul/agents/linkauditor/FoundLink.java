package io.longhaul.agents.linkauditor;

import java.util.Optional;

/**
 * A link that stands in a page.
 *
 * @param address normalized; as written, shortened, where it is no address
 * @param fault why it is no address
 * @param page true if it leads to a page, false if to a part of this one (an image, a script)
 * @param text what a person sees of it
 */
record FoundLink(String address, Optional<String> fault, boolean page, String text) {}
