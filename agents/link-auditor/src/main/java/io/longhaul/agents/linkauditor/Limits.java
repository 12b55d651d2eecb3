package io.longhaul.agents.linkauditor;

/**
 * How far an audit goes.
 *
 * @param pages pages in scope
 * @param depth links from the start URL to a page
 * @param checks other addresses: outside the scope, or parts of pages
 * @param external false to leave addresses outside the scope alone
 */
record Limits(int pages, int depth, int checks, boolean external) {}
