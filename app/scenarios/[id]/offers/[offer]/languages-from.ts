import { languages, type Language } from '@/lib/domain/languages';

/** Every language, `first` first. */
export function languagesFrom(first: Language): Language[] {
  return [first, ...languages.filter((language) => language !== first)];
}
