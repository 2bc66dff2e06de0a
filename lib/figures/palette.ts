/** How an enterprise's roles are drawn: `fill` with `ink` on it and `stroke` around it, for light and dark surroundings. */
export interface EnterpriseColour {
  /** Stable name, also the key of its message `figures.colours.<name>`. */
  readonly name: 'sky' | 'amber' | 'green' | 'peach' | 'purple' | 'lime' | 'blue' | 'teal' | 'terracotta' | 'grey' | 'olive' | 'violet';
  readonly fill: string;
  readonly stroke: string;
  readonly ink: string;
  readonly darkFill: string;
  readonly darkStroke: string;
  readonly darkInk: string;
}

const ink = '#14171c';
const darkInk = '#f4f5f7';

/**
 * The colours of enterprises, in the order in which they are handed out. The hues are those of Okabe and Ito's palette
 * for colour-blind readers (jfly.uni-koeln.de/color), widened; lightness alternates, so that colours handed out one
 * after the other differ in greyscale, too. The test computes what is promised here. Documents store the index:
 * append, never reorder.
 */
export const enterpriseColours: readonly [EnterpriseColour, ...EnterpriseColour[]] = [
  { name: 'sky', fill: '#63a8cf', stroke: '#075475', ink, darkFill: '#2e6a8a', darkStroke: '#55c4fe', darkInk },
  { name: 'amber', fill: '#f0bb3b', stroke: '#624800', ink, darkFill: '#624904', darkStroke: '#ddb049', darkInk },
  { name: 'green', fill: '#58a484', stroke: '#065b41', ink, darkFill: '#023a28', darkStroke: '#56d1a3', darkInk },
  { name: 'peach', fill: '#ffe3c1', stroke: '#6b4300', ink, darkFill: '#7f5b2b', darkStroke: '#eaa950', darkInk },
  { name: 'purple', fill: '#d168a7', stroke: '#7b285d', ink, darkFill: '#6b3a57', darkStroke: '#f294ca', darkInk },
  { name: 'lime', fill: '#c7ef7b', stroke: '#405600', ink, darkFill: '#283602', darkStroke: '#a4c665', darkInk },
  { name: 'blue', fill: '#4c94ec', stroke: '#0b4c92', ink, darkFill: '#154d8c', darkStroke: '#87bafd', darkInk },
  { name: 'teal', fill: '#a5f2ee', stroke: '#055959', ink, darkFill: '#067272', darkStroke: '#1ad1d1', darkInk },
  { name: 'terracotta', fill: '#da7134', stroke: '#7d3501', ink, darkFill: '#703e23', darkStroke: '#fa9d6b', darkInk },
  { name: 'grey', fill: '#b2b8c1', stroke: '#474d58', ink, darkFill: '#2c3138', darkStroke: '#b0b8c5', darkInk },
  { name: 'olive', fill: '#a7a25e', stroke: '#544f06', ink, darkFill: '#6c6606', darkStroke: '#c4bc4f', darkInk },
  { name: 'violet', fill: '#ceb5ff', stroke: '#593888', ink, darkFill: '#372552', darkStroke: '#c4a4fe', darkInk },
];

/** The colour of an enterprise's index; the palette starts again after its last colour. */
export function enterpriseColour(index: number): EnterpriseColour {
  const whole = Number.isFinite(index) ? Math.trunc(index) : 0;
  return enterpriseColours[((whole % enterpriseColours.length) + enterpriseColours.length) % enterpriseColours.length] ?? enterpriseColours[0];
}

/** The index that the next enterprise gets: the first that is used least. */
export function nextColour(used: readonly number[]): number {
  const uses = enterpriseColours.map((_, index) => used.filter((colour) => enterpriseColour(colour) === enterpriseColours[index]).length);
  return uses.indexOf(Math.min(...uses));
}
