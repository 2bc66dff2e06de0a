/**
 * Whether somebody who may edit a scenario can do so right now: `open`: yes; `presenter`: a meeting is under way in which
 * only its presenter edits, and that is somebody else.
 */
export const editingStates = ['open', 'presenter'] as const;
export type EditingState = (typeof editingStates)[number];
