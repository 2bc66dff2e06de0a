import { z } from 'zod';
import { mostMentions, proposalParts, threadKinds } from '@/lib/domain/comments';
import { languages } from '@/lib/domain/languages';

export const language = z.enum(languages);
export const kind = z.enum(threadKinds);
export const mentions = z.array(z.uuid()).max(mostMentions);

/** What a comment may bring along beside its text. */
export const commentParts = {
  language: language.nullish(),
  mentions: mentions.optional(),
  proposal: z.strictObject({ part: z.enum(proposalParts), before: z.string(), after: z.string() }).nullish(),
};
