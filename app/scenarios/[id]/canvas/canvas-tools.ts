/** The tools of the canvas in the order of its toolbar, each with its key; `edits`: only for those who may edit. */
export const tools = [
  { id: 'select', key: 'v', edits: false },
  { id: 'hand', key: 'h', edits: false },
  { id: 'role', key: 'r', edits: true },
  { id: 'relation', key: 'a', edits: true },
  { id: 'enterprise', key: 'e', edits: true },
  { id: 'note', key: 'n', edits: true },
] as const;
export type ToolId = (typeof tools)[number]['id'];
