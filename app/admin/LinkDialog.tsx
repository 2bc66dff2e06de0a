'use client';
import { Check, Copy } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Button } from '../components/Button';
import { Dialog } from '../components/Dialog';
import type { ShownLink } from './actions';

export interface LinkFor extends ShownLink {
  readonly name: string;
}

/** Shows a link, once, to be passed on; there may be no mail server. */
export function LinkDialog({ link, onClose }: { readonly link: LinkFor | null; readonly onClose: () => void }) {
  const t = useTranslations('people');
  return (
    <Dialog open={link !== null} onOpenChange={(open) => !open && onClose()} title={t(link?.purpose === 'reset' ? 'link-title-reset' : 'link-title-invitation', { name: link?.name ?? '' })}>
      {link && <LinkToPass key={link.url} link={link} onClose={onClose} />}
    </Dialog>
  );
}

function LinkToPass({ link, onClose }: { readonly link: LinkFor; readonly onClose: () => void }) {
  const t = useTranslations('people');
  const format = useFormatter();
  const field = useRef<HTMLInputElement>(null);
  const [isCopied, setCopied] = useState(false);

  async function copy(): Promise<void> {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(link.url);
    } catch {
      // Without TLS there is no clipboard; then the link stays selected, and the older command usually works.
      if (!document.execCommand('copy')) return;
    }
    setCopied(true);
  }

  return (
    <div className="flex flex-col gap-3">
      <p>{t('link-hint', { name: link.name, until: format.dateTime(link.expiresAt, { dateStyle: 'medium', timeStyle: 'short' }) })}</p>
      <div className="flex gap-2">
        <input ref={field} readOnly value={link.url} aria-label={t('link')} className="field min-h-8 min-w-0 font-mono text-sm" onFocus={(event) => event.target.select()} />
        <Button look="primary" onClick={() => void copy()}>
          {isCopied ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />}
          {t(isCopied ? 'copied' : 'copy')}
        </Button>
      </div>
      <p className="sr-only" role="status">
        {isCopied && t('copied')}
      </p>
      <p className="flex justify-end">
        <Button onClick={onClose}>{t('done')}</Button>
      </p>
    </div>
  );
}
