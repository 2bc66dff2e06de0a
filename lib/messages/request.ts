import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { chooseLanguage } from './choose-language';
import { loadMessages } from './load';

/** next-intl's configuration of one request: the reader's language and its messages. */
export default getRequestConfig(async () => {
  const locale = chooseLanguage((await cookies()).get('locale')?.value, (await headers()).get('accept-language'));
  return { locale, messages: await loadMessages(locale), timeZone: 'UTC' };
});
