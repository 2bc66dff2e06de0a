import { phases } from './phases';

/** What kind of remark a thread is, as standards bodies tell them apart. */
export const threadKinds = ['general', 'technical', 'editorial'] as const;
export type ThreadKind = (typeof threadKinds)[number];

/** How a proposed change ended; one without a decision is open. */
export const proposalDecisions = ['accepted', 'rejected', 'withdrawn'] as const;
export type ProposalDecision = (typeof proposalDecisions)[number];

/**
 * What of an item a proposed change is about: the range of wording that its thread is anchored to, a label in one
 * language, or of a cell its judgement, its rationale, or what the dimension is before and after.
 */
export const proposalParts = ['range', 'label:en', 'label:de', 'label:zh', 'change', 'rationale', ...phases] as const;
export type ProposalPart = (typeof proposalParts)[number];

/** How many people one comment may call. */
export const mostMentions = 20;
/** The longest range of wording that one thread can be about, in UTF-16 units: a quote, not a text. */
export const longestQuote = 5_000;
