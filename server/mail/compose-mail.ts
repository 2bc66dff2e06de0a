import { createTranslator } from 'use-intl/core';
import { inboxPlace } from '@/lib/domain/inbox-place';
import { textIn } from '@/lib/domain/languages';
import { formerParticipant } from '@/lib/domain/named-person';
import type { MailContent } from '@/lib/inbox/read-mail';
import { loadMessages } from '@/lib/messages/load';

export interface ComposedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** So many entries stand in a mail by themselves; the inbox has the rest. */
const mostShown = 20;

/**
 * The words of a mail, in its reader's language: per entry one line (who, what, which scenario) and the link to the place.
 * Nothing of what people wrote leaves the installation by it.
 * @param address the installation's own, e.g. `https://accord.example.org`
 */
export async function composeMail({ to, language, entries }: MailContent, address: string): Promise<ComposedMail> {
  const messages = await loadMessages(language);
  const t = createTranslator({ locale: language, messages, namespace: 'inbox' }) as (key: string, values?: Record<string, string | number>) => string;
  const ui = createTranslator({ locale: language, messages, namespace: 'ui' }) as (key: string) => string;
  const nameOf = (name: string): string => (name === formerParticipant ? ui('former-participant') : name);
  const lines = entries.slice(0, mostShown).map(({ kind, by, scenario, subject }) => ({
    what: t(`kind.${kind}`, {
      name: by ? nameOf(by.name) : t('system'),
      number: subject.number ?? 0,
      numbered: String(subject.number !== undefined),
      accepted: String(subject.accepted ?? false),
    }),
    where: scenario && (textIn(scenario.title, language) || t('untitled')),
    link: new URL(inboxPlace({ scenario: scenario?.id ?? null, kind, subject }), address).href,
  }));
  const greeting = t('mail.greeting', { name: to.name });
  const rest = entries.length > mostShown ? t('mail.rest', { count: entries.length - mostShown }) : null;
  const why = t('mail.why', { account: new URL('/account', address).href });
  return {
    subject: t('mail.subject', { count: entries.length }),
    text: [greeting, ...lines.map(({ what, where, link }) => [what, where, link].filter(Boolean).join('\n')), ...(rest ? [`${rest}\n${new URL('/inbox', address).href}`] : []), why, ''].join('\n\n'),
    html: page(language, [
      `<p>${escaped(greeting)}</p>`,
      ...lines.map(({ what, where, link }) => `<p><a href="${escaped(link)}">${escaped(what)}</a>${where ? `<br>${escaped(where)}` : ''}</p>`),
      ...(rest ? [`<p><a href="${escaped(new URL('/inbox', address).href)}">${escaped(rest)}</a></p>`] : []),
      `<p style="color:#666">${escaped(why)}</p>`,
    ]),
  };
}

function page(language: string, paragraphs: readonly string[]): string {
  const lang = language === 'zh' ? 'zh-Hans' : language;
  return `<!doctype html>\n<html lang="${lang}"><head><meta charset="utf-8"></head><body style="font-family:sans-serif">\n${paragraphs.join('\n')}\n</body></html>\n`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
