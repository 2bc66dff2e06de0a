import { languages, type Language } from '@/lib/domain/languages';
import type { Phase } from '@/lib/domain/phases';
import type { Box, Relation, Role, Scenario } from '@/lib/domain/scenario';
import { leastLine, shownText } from '@/lib/figures/shown-text';
import { widestOf, wrapText } from '@/lib/figures/text-metrics';

const padding = 10;
const label = { size: 15, line: 20 } as const;
/** An enterprise's name stands in small capitals, which are wider than the letters of its size. */
const enterprise = { size: 13.5, line: 15 } as const;
const relation = { size: 13, line: 17, width: 150 } as const;

/** A role's box as high as its label and its enterprise's name need, in whichever language somebody reads. */
export function shownBox(scenario: Scenario, role: Role, phase: Phase, [x, y, width, height]: Box): Box {
  const owner = scenario.enterprises.find(({ id }) => id === role.phases[phase]?.enterprise);
  const inner = Math.max(leastLine, width - 2 * padding);
  const needed = (language: Language): number =>
    wrapText(shownText(role.label, language), inner, label.size, true).length * label.line + (owner ? wrapText(shownText(owner.name, language), inner, enterprise.size).length * enterprise.line : 0) + 2 * padding;
  return [x, y, width, Math.max(height, ...languages.map(needed))];
}

/** The room that a relation's label takes, in whichever language somebody reads. */
export function labelSize({ label: text }: Relation): { readonly width: number; readonly height: number } {
  const lines = languages.map((language) => wrapText(shownText(text, language), relation.width, relation.size));
  return { width: Math.ceil(Math.max(...lines.map((each) => widestOf(each, relation.size)))), height: Math.max(...lines.map(({ length }) => length)) * relation.line };
}
