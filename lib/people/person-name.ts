import { statedLine } from '@/lib/domain/stated-text';

const longest = 120;

/**
 * A person's name as it is kept: one line that says what it looks like.
 * @throws AccordError `empty-text`, `too-large`
 */
export const parseName = (name: string): string => statedLine(name, longest);
