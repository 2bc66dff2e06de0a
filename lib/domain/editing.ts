/**
 * Whether somebody who may edit a scenario can do so right now: `open`: yes; `presenter`: a meeting is under way in which
 * only its presenter edits, and that is somebody else; `frozen`: a facilitator has closed editing for everybody.
 */
export const editingStates = ['open', 'presenter', 'frozen'] as const;
export type EditingState = (typeof editingStates)[number];
