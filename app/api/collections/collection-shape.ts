import { z } from 'zod';
import { languages } from '@/lib/domain/languages';

export interface CollectionContext {
  readonly params: Promise<{ readonly id: string }>;
}
export interface CollectedContext {
  readonly params: Promise<{ readonly id: string; readonly scenario: string }>;
}

const localized = z.strictObject({ en: z.string(), de: z.string(), zh: z.string() });

/** How a collection is called, what it is about, and its authentic languages. */
export const collectionShape = {
  name: localized,
  description: localized,
  authenticLanguages: z.array(z.enum(languages)),
};
