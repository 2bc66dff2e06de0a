'use client';
import { Languages } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { IconButton } from '@/app/components/IconButton';
import { langOf } from '@/app/components/lang-of';
import { SharedTextField } from '@/app/components/SharedTextField';
import { languages, textIn, type Language, type Localized } from '@/lib/domain/languages';
import { labelOf } from '@/lib/document/roots';
import { useSession } from '../session/hooks';

export interface NameFieldsProps {
  readonly kind: 'roles' | 'relations' | 'enterprises';
  readonly id: string;
  readonly item: string;
  readonly value: Localized;
  readonly language: Language;
  readonly reachable: boolean;
}

/** An entity's name: the field of the reader's language, and the two others behind a button. */
export function NameFields({ kind, id, item, value, language, reachable }: NameFieldsProps) {
  const t = useTranslations('outline');
  const languageNames = useTranslations('common.languages');
  const { doc } = useSession();
  const [open, setOpen] = useState(false);
  const fields = useRef<HTMLDivElement>(null);
  const backToRow = (how: 'enter' | 'escape' | 'blur'): void => {
    if (how !== 'blur') fields.current?.closest<HTMLElement>('[data-row]')?.focus();
  };
  const shown = open ? [language, ...languages.filter((other) => other !== language)] : [language];
  return (
    <div ref={fields} data-name className="flex min-w-0 flex-[2_1_12rem] items-start gap-1">
      <div className="min-w-0 flex-1 space-y-1">
        {shown.map((each) => {
          const text = labelOf(doc, kind, id, each);
          const label = t(`${kind}.name`, { language: languageNames(each) });
          if (!text) return <span key={each}>{value[each]}</span>;
          return (
            <div key={each} className="flex items-start gap-1">
              {open && (
                <span aria-hidden className="w-14 shrink-0 pt-1 text-sm text-soft" lang={langOf(each)}>
                  {languageNames(each)}
                </span>
              )}
              <div className="min-w-0 flex-1">
                <SharedTextField text={text} label={label} focusName={`${item}/label:${each}`} wraps lang={langOf(each)} placeholder={textIn(value, each) || t('unnamed')} className="py-0.5" tabIndex={reachable ? 0 : -1} onDone={backToRow} />
              </div>
            </div>
          );
        })}
      </div>
      <IconButton label={t('other-languages')} size="small" aria-expanded={open} tabIndex={reachable ? 0 : -1} className="print:hidden" onClick={() => setOpen(!open)}>
        <Languages size={14} aria-hidden />
      </IconButton>
    </div>
  );
}
