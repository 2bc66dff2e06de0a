import { grouped } from './grouped';
import { itemName } from './items';
import { languages } from './languages';
import type { Block, RichText } from './rich-text';
import { sectionKeys, type Scenario } from './scenario';

/** A name that a section gives to a role: words that their author has marked as one. */
export interface NamedRole {
  /** `itemName` of the section in a language. */
  readonly item: string;
  /** As it is written there. */
  readonly name: string;
}

/** What a check over many scenarios knows of a scenario's names of roles. */
export interface RoleNames {
  /** What its roles are called in any language, as `roleNameKey` compares names; each once. */
  readonly borne: readonly string[];
  /** What its wording calls a role, and no role of its network is called; each once per text. */
  readonly unborne: readonly NamedRole[];
}

/** The same for names that are the same but for case, space and how a letter is composed. */
export function roleNameKey(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}

/** The names that a scenario's roles bear, and those that its wording gives to roles that are not there. */
export function roleNamesOf({ roles, sections }: Pick<Scenario, 'roles' | 'sections'>): RoleNames {
  const borne = new Set(roles.flatMap(({ label }) => languages.map((language) => roleNameKey(label[language]))));
  const unborne = sectionKeys.flatMap((section) =>
    languages.flatMap((language) => {
      const missing = markedIn(sections[section][language]).filter((name) => !borne.has(roleNameKey(name)));
      return [...grouped(missing, roleNameKey).values()].map(([name]) => ({ item: itemName({ kind: 'section', section, language }), name: name! }));
    }),
  );
  return { borne: [...borne].filter((key) => key !== ''), unborne };
}

/** The words that are marked as names, in their order; a name may be bold in part. */
function markedIn(text: RichText): string[] {
  return text.flatMap(markedInBlock);
}

function markedInBlock(block: Block): string[] {
  if (block.type !== 'paragraph') return block.items.flatMap(markedIn);
  const names: string[] = [];
  let goesOn = false;
  for (const inline of block.content) {
    const marked = inline.type === 'text' && inline.role ? inline.text : null;
    if (marked !== null) names.push(goesOn ? names.pop()! + marked : marked);
    goesOn = marked !== null;
  }
  return names.map((name) => name.trim()).filter((name) => name !== '');
}
