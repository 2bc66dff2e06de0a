'use client';
import type { Editor } from '@tiptap/react';
import { clsx } from 'clsx';
import { useLocale, useTranslations } from 'next-intl';
import { useCallback, useRef, useState } from 'react';
import { Button } from '@/app/components/Button';
import { langOf } from '@/app/components/lang-of';
import { isLanguage, languages, type Language } from '@/lib/domain/languages';
import { sectionKeys } from '@/lib/domain/scenario';
import { useMayEdit, useScenarioPart } from '../session/hooks';
import { LinkDialog } from './LinkDialog';
import { SectionText } from './SectionText';
import { useNarrow } from './use-narrow';
import { useRevealedLanguage } from './use-revealed-language';
import { useShownLanguages } from './use-shown-languages';
import { WordingToolbar } from './WordingToolbar';

/** Below this width one language stands alone. */
const wideEnough = 640;

/** The four sections in the languages side by side, edited together. */
export function Wording() {
  const t = useTranslations('wording');
  const languageNames = useTranslations('common.languages');
  const locale = useLocale();
  const sections = useScenarioPart('sections');
  const mayEdit = useMayEdit();
  const root = useRef<HTMLDivElement>(null);
  const narrow = useNarrow(root, wideEnough);
  const { shown, toggle } = useShownLanguages();
  const [alone, setAlone] = useState<Language>(isLanguage(locale) ? locale : 'en');
  const columns = narrow ? [alone] : shown;
  const bringUp = useCallback((language: Language) => (narrow ? setAlone(language) : !shown.includes(language) && toggle(language)), [narrow, shown, toggle]);
  useRevealedLanguage(bringUp);
  const [editor, setEditor] = useState<Editor | null>(null);
  const [linking, setLinking] = useState<Editor | null>(null);
  const onGone = useCallback((gone: Editor) => {
    setEditor((now) => (now === gone ? null : now));
    setLinking((now) => (now === gone ? null : now));
  }, []);

  return (
    <div ref={root}>
      <div className="sticky top-0 z-10 flex flex-wrap items-center gap-x-4 gap-y-1 border-b bg-paper px-3 py-1 print:hidden">
        {mayEdit && <WordingToolbar editor={editor} onLink={setLinking} />}
        <div role="group" aria-label={t('languages')} className="ml-auto flex gap-1">
          {languages.map((language) => (
            <Button key={language} size="small" look="quiet" lang={langOf(language)} aria-pressed={columns.includes(language)} onClick={() => (narrow ? setAlone(language) : toggle(language))}>
              {languageNames(language)}
            </Button>
          ))}
        </div>
      </div>
      <div className="px-3 pb-6">
        {sectionKeys.map((section) => (
          <section key={section} aria-labelledby={`wording-${section}`} className="pt-3">
            <h3 id={`wording-${section}`} className="font-semibold">
              {t(`sections.${section}`)}
            </h3>
            <div className={clsx('grid gap-x-4 gap-y-2', columns.length === 2 && 'grid-cols-2', columns.length === 3 && 'grid-cols-3')}>
              {columns.map((language) => (
                <SectionText key={language} section={section} language={language} text={sections[section][language]} showLanguage={columns.length > 1} onFocus={setEditor} onGone={onGone} onLink={setLinking} />
              ))}
            </div>
          </section>
        ))}
      </div>
      {linking && <LinkDialog editor={linking} onClose={() => setLinking(null)} />}
    </div>
  );
}
