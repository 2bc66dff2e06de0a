import { z } from 'zod';
import { bounds, farthest, highestColour, longestLabel, longestNote } from '@/lib/domain/bounds';
import { longestQuote } from '@/lib/domain/comments';
import { entityIdPattern } from '@/lib/domain/items';
import { languages, workingLanguage } from '@/lib/domain/languages';
import { isAllowedLink, type Block } from '@/lib/domain/rich-text';
import { changes, claims, dimensions, relationKinds, sectionKeys } from '@/lib/domain/scenario';
import { standardReasons } from '@/lib/domain/reasons';
import { isSoundText } from '@/lib/domain/text';

/*
 * The shape of an exchange file. `/schema/scenario-<version>.json` is generated from it (json-schema.test.ts keeps it in step),
 * so the descriptions here are what authors of other tools read. References, bounds and the like: check-content.ts.
 */

// Checks run in browsers, too, where a strict Content-Security-Policy forbids the code that zod would otherwise generate.
z.config({ jitless: true });

export const exchangeFormat = 'accord-scenario';
/** The version that is written, and read as it stands; earlier ones are brought up to it (migrate-file.ts). */
export const exchangeVersion = 5;

/** The names of checks that say more than a shape; they are the `message` of their issues. */
export const shapeChecks = { unsoundText: 'unsound-text', badLink: 'bad-link' } as const;

const text = z.string().max(bounds.characters).refine(isSoundText, shapeChecks.unsoundText);
const label = z.string().max(longestLabel).refine(isSoundText, shapeChecks.unsoundText);
const id = z.string().regex(entityIdPattern).describe('Unique among its kind; letters, digits, - and _, at most 64.');

const localized = z
  .strictObject({ en: label.default(''), de: label.default(''), zh: label.default('') })
  .describe('A short text in English, German and Chinese; empty or absent where it has not been written yet.');

const coordinate = z.int().min(-farthest).max(farthest);
const extent = z.int().min(1).max(farthest);
const box = z
  .tuple([coordinate, coordinate, extent, extent])
  .nullable()
  .default(null)
  .describe('[left, top, width, least height] in canvas units; null: not placed, readers lay it out.');

const phase = z.enum(['before', 'after']);

const run = z.strictObject({
  type: z.literal('text'),
  text,
  bold: z.literal(true).optional(),
  italic: z.literal(true).optional(),
  role: z.literal(true).optional().describe('The author has marked these words as the name of a role.'),
  link: z.string().max(2_000).refine(isSoundText, shapeChecks.unsoundText).refine(isAllowedLink, shapeChecks.badLink).optional(),
});
const lineBreak = z.strictObject({ type: z.literal('break') });
const paragraph = z.strictObject({ type: z.literal('paragraph'), content: z.array(z.discriminatedUnion('type', [run, lineBreak])) });
const list = z.strictObject({
  type: z.enum(['bullet-list', 'ordered-list']),
  get items(): z.ZodArray<z.ZodArray<z.ZodType<Block>>> {
    return z.array(z.array(block));
  },
});
const block: z.ZodType<Block> = z.discriminatedUnion('type', [paragraph, list]).meta({ id: 'block' });
/** Long wording, as it is sent and stored. */
export const richTextShape = z.array(block);
const wording = z.strictObject({ en: z.array(block).default([]), de: z.array(block).default([]), zh: z.array(block).default([]) });

const placement = z.strictObject({
  enterprise: id.nullable().default(null).describe('Id of the enterprise that assumes the role; null: one that is not considered.'),
  box,
});
const role = z.strictObject({
  id,
  label: localized,
  phases: z
    .strictObject({ before: placement.optional(), after: placement.optional() })
    .describe("What the role is in today's network (before) and in the intended future one (after)."),
});
const relation = z.strictObject({
  id,
  label: localized,
  kind: z.enum(relationKinds).nullable().default(null).describe('product: (physical) product value chain; data: data and service value chain.'),
  source: id.describe('Id of the role that supplies.'),
  target: id.describe('Id of the role that is supplied.'),
  phases: z.array(phase).describe('The phases in which the relation stands; both its roles have to stand there, too.'),
});
const enterprise = z.strictObject({
  id,
  name: localized,
  colour: z.int().min(0).max(highestColour).describe('Index into the palette.'),
  newInFuture: z.boolean().default(false).describe('True for an enterprise that is new in the future network.'),
  claim: z.enum(claims).nullable().default(null).describe('The verdict that the wording pronounces on the business model; null: none.'),
  claimReason: text.default('').describe('Why the wording may say something else than follows from the assessment.'),
});
const noteText = z.string().max(longestNote).refine(isSoundText, shapeChecks.unsoundText);
const note = z.strictObject({ id, text: noteText, phase, box }).describe('A working note; not part of what is agreed.');
const quote = z.string().min(1).max(longestQuote).refine(isSoundText, shapeChecks.unsoundText);
const rightForNow = 'What it said when it was last confirmed; null: nobody knows. Absent: what it says in the file.';
const evidence = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('role'),
      id,
      rightFor: z
        .strictObject({ label: localized, phases: z.strictObject({ before: id.nullable().optional(), after: id.nullable().optional() }) })
        .nullable()
        .optional()
        .describe(rightForNow),
    }),
    z.strictObject({
      kind: z.literal('relation'),
      id,
      rightFor: z
        .strictObject({ label: localized, kind: z.enum(relationKinds).nullable(), source: id, target: id, phases: z.array(phase) })
        .nullable()
        .optional()
        .describe(rightForNow),
    }),
    z.strictObject({
      kind: z.literal('text'),
      section: z.enum(sectionKeys),
      language: z.enum(languages),
      quote: quote.describe('The words that were linked.'),
      rightFor: quote.nullable().optional().describe(rightForNow),
      says: quote.nullable().optional().describe('What stands in their place in the text; null: they are gone. Absent: what they were right for, if it stands there.'),
    }),
  ])
  .describe('What the judgement rests on: a role, a relation, or a passage of the wording.');
const cell = z.strictObject({
  change: z.enum(changes).nullable().default(null).describe('null: not judged yet.'),
  rationale: text.default(''),
  before: text.default('').describe('What the dimension is today.'),
  after: text.default('').describe('What it is in the intended future.'),
  reasons: z.array(id).max(bounds.reasonsOfCell).default([]).describe(`Why the change is significant: ${standardReasons.map((reason) => reason.id).join(', ')}, or ids of \`reasons\` of the scenario.`),
  evidence: z.array(evidence).max(bounds.evidenceOfCell).default([]),
});
const reason = z.strictObject({ id, label: localized }).describe('A reason that the scenario adds to the standard ones.');

const byKey = <K extends string, T extends z.ZodType>(keys: readonly K[], part: T): Record<K, T> =>
  Object.fromEntries(keys.map((key) => [key, part])) as Record<K, T>;

const unjudged = { change: null, rationale: '', before: '', after: '', reasons: [], evidence: [] };
const cells = z.strictObject(byKey(dimensions, cell.default(unjudged)));
const unworded = { en: [], de: [], zh: [] };

const rightFor = z
  .strictObject({ language: z.enum(languages), paragraphs: z.array(text).max(bounds.characters) })
  .nullable()
  .optional()
  .describe('The language that led then and the plain paragraphs of its text; null: nobody has declared this text right.');

const scenario = z.strictObject({
  title: localized,
  origin: label.min(1).nullable().default(null).describe('Where the example comes from: the code of a delegation, e.g. DE or CN.'),
  bestPractice: label.min(1).nullable().default(null).describe('The best practice that the scenario relates to, if any.'),
  roles: z.array(role).default([]),
  relations: z.array(relation).default([]),
  enterprises: z.array(enterprise).default([]),
  notes: z.array(note).default([]),
  reasons: z.array(reason).default([]),
  assessment: z
    .record(id, cells)
    .default({})
    .describe('Enterprise id to the dimensions of the St. Gallen magic triangle and how each changes.'),
  sections: z.strictObject(byKey(sectionKeys, wording.default(unworded))).prefault({}),
  leadingLanguage: z.enum(languages).default(workingLanguage).describe('The language whose texts the others render.'),
  rightFor: z
    .strictObject(byKey(sectionKeys, z.strictObject(byKey(languages, rightFor)).prefault({})))
    .prefault({})
    .describe('Per text the leading wording for which it was last declared right. Where a file says nothing of a text, it counts as right for what leads in the file.'),
});

export const exchangeSchema = z
  .strictObject({
    $schema: z.string().max(2_000).optional(),
    format: z.literal(exchangeFormat),
    version: z.literal(exchangeVersion),
    scenario,
  })
  .describe('One business scenario, as Accord exports and imports it.');
