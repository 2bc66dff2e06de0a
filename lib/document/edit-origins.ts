/**
 * Transaction origins of this client's own edits. `UndoManager` tracks `step` and `typing`; a `step` is an undo step of
 * its own, adjacent `typing` is joined. `creation` is never undone: see `createEntities`.
 */
export const editOrigins = {
  step: Symbol('accord:step'),
  typing: Symbol('accord:typing'),
  creation: Symbol('accord:creation'),
} as const;
