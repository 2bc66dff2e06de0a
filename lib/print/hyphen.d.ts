declare module 'hyphen/de/index.js' {
  /** Puts soft hyphens where words may be divided, by the spelling of 1996. */
  const german: { hyphenateSync(text: string): string };
  export default german;
}
