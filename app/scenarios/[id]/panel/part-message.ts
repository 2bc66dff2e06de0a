import type { ProposalPart } from '@/lib/domain/comments';

/** The message of a part: ICU keys hold no colon. */
export const partMessage = (part: ProposalPart): `part.${string}` => `part.${part.replace(':', '-')}`;
