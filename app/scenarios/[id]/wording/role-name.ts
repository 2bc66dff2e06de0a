import { Mark, mergeAttributes } from '@tiptap/core';
import { roleNameAttribute } from '@/app/components/role-name-attribute';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    roleName: {
      /** Marks the selected words as the name of a role, or takes the mark away; of a caret, from the name around it. */
      toggleRoleName: () => ReturnType;
    };
  }
}

/**
 * Words that their author marks as the name of a role. They are chosen, not typed: what is written behind them is not part of
 * the name, and nothing is marked where nothing is selected. Only what was copied from Accord is taken for one.
 */
export const RoleName = Mark.create<{ HTMLAttributes: Readonly<Record<string, string>> }>({
  name: 'role',
  inclusive: false,
  addOptions: () => ({ HTMLAttributes: {} }),
  parseHTML: () => [{ tag: `span[${roleNameAttribute}]` }],
  renderHTML({ HTMLAttributes }) {
    return ['span', mergeAttributes(this.options.HTMLAttributes, HTMLAttributes, { class: 'role-name', [roleNameAttribute]: '' }), 0];
  },
  addCommands() {
    return {
      toggleRoleName:
        () =>
        ({ commands, state, editor }) =>
          (!state.selection.empty || editor.isActive(this.name)) && commands.toggleMark(this.name, {}, { extendEmptyMarkRange: true }),
    };
  },
});
