import { createTranslator } from 'next-intl';
import type { Language } from '@/lib/domain/languages';
import { loadMessages } from '@/lib/messages/load';

/** What the interface says in a language, by the name of a message: `words('agreement.reply')`. */
export type Words = (message: string, values?: Readonly<Record<string, string | number>>) => string;

/** The words of the interface, for a test that cares for what people do and not for how it is worded. */
export async function wordsOf(language: Language): Promise<Words> {
  const onError = (error: Error): never => {
    throw error;
  };
  // the names of messages that are read from files are known only when it runs
  const translate = createTranslator({ locale: language, messages: await loadMessages(language), onError }) as unknown as Words;
  return (message, values) => translate(message, values).replaceAll('\u00ad', '');
}
