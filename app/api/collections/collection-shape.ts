import { z } from 'zod';
import { languages } from '@/lib/domain/languages';

export interface CollectionContext {
  readonly params: Promise<{ readonly id: string }>;
}
export interface CollectedContext {
  readonly params: Promise<{ readonly id: string; readonly scenario: string }>;
}

/** How a collection is called, and its authentic languages. */
export const collectionShape = {
  name: z.strictObject({ en: z.string(), de: z.string(), zh: z.string() }),
  authenticLanguages: z.array(z.enum(languages)),
};
