import { isLanguage, type Language } from '@/lib/domain/languages';

/**
 * The language to show: the one chosen before (cookie), else the first that the browser asks for and we have, else
 * English, the working language.
 * @param chosen the `locale` cookie's value
 * @param accepted the `Accept-Language` header, e.g. `zh-CN,zh;q=0.9,en;q=0.8`
 */
export function chooseLanguage(chosen: string | undefined, accepted: string | null): Language {
  if (isLanguage(chosen)) return chosen;
  const wanted = (accepted ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)/.exec(parameter)?.[1]).find(Boolean);
      return { language: tag.split('-')[0], quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { language } of wanted) if (isLanguage(language)) return language;
  return 'en';
}
