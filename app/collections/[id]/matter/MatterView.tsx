'use client';
import type { Editor } from '@tiptap/react';
import { clsx } from 'clsx';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useCallback, useState } from 'react';
import { Button } from '@/app/components/Button';
import { langOf } from '@/app/components/lang-of';
import { RichTextView } from '@/app/components/RichTextView';
import { useLiveAnswer } from '@/app/components/use-live-answer';
import { draftKey } from '@/app/scenarios/[id]/panel/drafts';
import { LinkDialog } from '@/app/scenarios/[id]/wording/LinkDialog';
import { useShownLanguages } from '@/app/scenarios/[id]/wording/use-shown-languages';
import { WordingToolbar } from '@/app/scenarios/[id]/wording/WordingToolbar';
import type { CollectionTexts } from '@/lib/collections/collection-text';
import { languages } from '@/lib/domain/languages';
import { matterSections } from '@/lib/domain/matter';

const MatterText = dynamic(() => import('./MatterText').then((file) => file.MatterText), { ssr: false });

export interface MatterViewProps {
  readonly collection: string;
  readonly person: string;
  readonly initial: CollectionTexts;
  /** When the server read it. */
  readonly now: string;
}

/** What stands before and behind the scenarios in print, in the languages side by side: to be written by whoever may, read by all others. */
export function MatterView({ collection, person, initial, now }: MatterViewProps) {
  const t = useTranslations('collections.matter');
  const names = useTranslations('common.languages');
  const { answer, stale, refresh } = useLiveAnswer(`/api/collections/${collection}/texts`, initial, now);
  const { shown, toggle } = useShownLanguages();
  const [editor, setEditor] = useState<Editor | null>(null);
  const [linking, setLinking] = useState<Editor | null>(null);
  const onGone = useCallback((gone: Editor) => {
    setEditor((before) => (before === gone ? null : before));
    setLinking((before) => (before === gone ? null : before));
  }, []);
  return (
    <>
      <div className="sticky top-0 z-10 flex flex-wrap items-center gap-x-4 gap-y-1 border-b bg-paper py-1 print:hidden">
        {answer.may.edit && <WordingToolbar editor={editor} onLink={setLinking} ofScenario={false} />}
        <div role="group" aria-label={t('languages')} className="ml-auto flex gap-1">
          {languages.map((language) => (
            <Button key={language} size="small" look="quiet" lang={langOf(language)} aria-pressed={shown.includes(language)} onClick={() => toggle(language)}>
              {names(language)}
            </Button>
          ))}
        </div>
      </div>
      {stale && (
        <p role="alert" className="mt-3 rounded border border-caution bg-caution-soft px-3 py-1.5 text-caution">
          {t('stale')}
        </p>
      )}
      {matterSections.map((section) => (
        <section key={section} aria-labelledby={`matter-${section}`} className="pt-4">
          <h2 id={`matter-${section}`} className="text-lg font-semibold">
            {t(`sections.${section}`)}
          </h2>
          <div className={clsx('grid gap-x-4 gap-y-3', shown.length === 2 && 'md:grid-cols-2', shown.length === 3 && 'md:grid-cols-3')}>
            {shown.map((language) => {
              const stored = answer.texts.find((each) => each.section === section && each.language === language);
              return (
                <div key={language} lang={langOf(language)} className="wording-column min-w-0">
                  <h3 className="text-sm text-soft">{names(language)}</h3>
                  {answer.may.edit ? (
                    <MatterText
                      collection={collection}
                      section={section}
                      language={language}
                      stored={stored}
                      draft={draftKey(person, collection, `matter:${section}:${language}`)}
                      refresh={refresh}
                      onFocus={setEditor}
                      onGone={onGone}
                      onLink={setLinking}
                    />
                  ) : (
                    <div className="prose [overflow-wrap:anywhere]">{stored?.text.length ? <RichTextView text={stored.text} /> : <p className="text-soft">{t('empty')}</p>}</div>
                  )}
                </div>
              );
            })}
          </div>
        </section>
      ))}
      {linking && <LinkDialog editor={linking} onClose={() => setLinking(null)} />}
    </>
  );
}
