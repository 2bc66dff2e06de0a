import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { isLanguage } from '@/lib/domain/languages';
import { chooseLanguage } from './choose-language';
import { loadMessages } from './load';

/** next-intl's configuration of one request: the language that a page asks for (`getTranslations({ locale })`), else the reader's. */
export default getRequestConfig(async ({ locale: asked }) => {
  const locale = isLanguage(asked) ? asked : chooseLanguage((await cookies()).get('locale')?.value, (await headers()).get('accept-language'));
  return { locale, messages: await loadMessages(locale), timeZone: 'UTC' };
});
