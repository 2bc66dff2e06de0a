/** The largest body of a request, and the largest file to import: a scenario at all its bounds, in three languages, stays below this. */
export const largestBody = 16 * 1024 * 1024;
