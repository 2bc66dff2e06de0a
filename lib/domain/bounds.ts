/** What one scenario may hold. Above `warnAt` of a bound people are warned; at the bound the edit is refused. */
export const bounds = {
  roles: 500,
  relations: 1_500,
  enterprises: 100,
  notes: 500,
  reasons: 100,
  /** Of one cell of the assessment. */
  evidenceOfCell: 50,
  reasonsOfCell: 20,
  characters: 200_000,
  storedBytes: 20 * 1024 * 1024,
} as const;
export type Bound = keyof typeof bounds;

export const warnAt = 0.9;

/** The longest label or name that one can type, in UTF-16 units; longer ones are refused by imports and cut short by fields. */
export const longestLabel = 500;

/** The longest rationale that one can type; fields cut longer pastes short and say so. */
export const longestRationale = 5_000;

/** The longest working note, in UTF-16 units: longer texts belong into the wording, and no note covers the network. */
export const longestNote = 2_000;

/** Canvas coordinates and sizes beyond this (in either direction) are nonsense and read as "not placed". */
export const farthest = 1_000_000;

/** Highest index into the palette of enterprise colours; the palette repeats long before. */
export const highestColour = 999;

/** How deep lists may be nested in wording. */
export const deepestList = 10;
