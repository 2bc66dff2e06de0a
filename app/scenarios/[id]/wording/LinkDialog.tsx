'use client';
import type { Editor } from '@tiptap/react';
import { useTranslations } from 'next-intl';
import { useId, useState, type KeyboardEvent } from 'react';
import { Button } from '@/app/components/Button';
import { Dialog } from '@/app/components/Dialog';
import { isComposing } from '@/app/components/is-composing';
import { isAllowedLink } from '@/lib/domain/rich-text';

/** Asks where the selected words lead to. Without a selection the address itself is put in. */
export function LinkDialog({ editor, onClose }: { readonly editor: Editor; readonly onClose: () => void }) {
  const t = useTranslations('wording.link');
  const id = useId();
  const before = (editor.getAttributes('link').href as string | undefined) ?? '';
  const [address, setAddress] = useState(before);
  const [refused, setRefused] = useState(false);

  function save(): void {
    const href = completed(address);
    if (!href) return setRefused(true);
    const chain = editor.chain().focus().extendMarkRange('link');
    if (editor.state.selection.empty && !before) chain.insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] }).run();
    else chain.setLink({ href }).run();
    onClose();
  }
  function remove(): void {
    editor.chain().focus().extendMarkRange('link').unsetLink().run();
    onClose();
  }
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('title')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
        onKeyDown={(event: KeyboardEvent) => isComposing(event) && event.stopPropagation()}
      >
        <label htmlFor={id} className="mb-1 block font-medium">
          {t('address')}
        </label>
        <input
          id={id}
          className="field"
          type="text"
          inputMode="url"
          value={address}
          autoFocus
          aria-invalid={refused}
          aria-describedby={refused ? `${id}-refused` : undefined}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && isComposing(event)) event.preventDefault();
          }}
          onChange={(event) => {
            setAddress(event.target.value);
            setRefused(false);
          }}
        />
        {refused && (
          <p id={`${id}-refused`} role="alert" className="mt-1 text-danger">
            {t('refused')}
          </p>
        )}
        <div className="mt-3 flex justify-end gap-2">
          {before && <Button onClick={remove}>{t('remove')}</Button>}
          <Button type="submit" look="primary">
            {t('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** The address as a link may have it; null if there is none. `example.org` is meant as `https://example.org`. */
function completed(raw: string): string | null {
  const address = raw.trim();
  if (isAllowedLink(address)) return URL.canParse(address) ? address : null;
  if (/^[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+$/.test(address)) return `mailto:${address}`;
  return /^[^\s:/]+\.[^\s:]+$/.test(address) && URL.canParse(`https://${address}`) ? `https://${address}` : null;
}
