'use client';
import { X } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { IconButton } from '@/app/components/IconButton';
import { threadKinds, type ThreadKind } from '@/lib/domain/comments';
import { isLanguage, languages, type Language } from '@/lib/domain/languages';
import { useSession } from '../session/hooks';
import { useAgreement } from './AgreementProvider';
import { Composer, type Written } from './Composer';
import { draftKey, dropDraft, useDraft } from './drafts';
import { ProposalFields } from './ProposalFields';
import { Choice } from './ThreadFilters';
import { untilSaved } from './until-saved';
import { proposedIn, useProposal } from './use-proposal';

export interface NewThreadProps {
  /** `itemName` of what is discussed. Give the component a React key of the item and the range. */
  readonly item: string;
  readonly itemLabel: string;
  readonly autoFocus: boolean;
  readonly onBegun: () => void;
}

/** Begins the discussion of an item, or of a range of its text: what is said, of what type, in which language, to whom, with which change. */
export function NewThread({ item, itemLabel, autoFocus, onBegun }: NewThreadProps) {
  const t = useTranslations('comments');
  const words = useTranslations('agreement');
  const locale = useLocale();
  const session = useSession();
  const { me } = session;
  const { api, refetchThreads, readers, range: selected, setRange } = useAgreement();
  const range = selected?.item === item ? selected : null;
  const draft = draftKey(me.id, session.scenarioId, `new:${item}`);
  const [kind, setKind] = useState<ThreadKind>('general');
  const [language, setLanguage] = useState<Language | null>(isLanguage(locale) ? locale : null);
  // kept as the text is: what was meant for one's own side must not come back as something for all
  const [internal, setInternal] = useDraft(`${draft}:internal`);
  // a change of one range is none of another
  const proposal = useProposal(range ? `${draft}:${range.anchor.start}${range.anchor.end}` : draft, item, range?.anchor ?? null);
  const mayCall = internal ? readers.filter(({ delegation }) => delegation === me.delegation) : readers;

  const begin = async (written: Written): Promise<void> => {
    await untilSaved(session);
    await api.createThread({ ...written, item, kind, language, internal: internal !== '', anchor: range?.anchor ?? null, proposal: proposedIn(proposal) });
    setInternal('');
    proposal.drop();
    dropDraft(draft); // before the field for the whole item takes the place of this one
    setRange(null);
    onBegun();
    await refetchThreads();
  };

  return (
    <div className="flex flex-col gap-1.5">
      {range && (
        <div className="flex items-start gap-1 text-sm">
          <blockquote aria-label={t('range-new')} className="max-h-24 min-w-0 flex-1 overflow-y-auto border-l-2 border-l-accent bg-accent-soft px-2 py-0.5 [overflow-wrap:anywhere]">
            {range.anchor.quote}
          </blockquote>
          <IconButton size="small" label={t('range-drop')} onClick={() => setRange(null)}>
            <X size={14} aria-hidden />
          </IconButton>
        </div>
      )}
      <Composer key={draft} draft={draft} label={words('new-on', { item: itemLabel })} sendLabel={words('send')} autoFocus={autoFocus} people={mayCall} mayBeEmpty={proposedIn(proposal) !== null} beside={[kind, language, internal, range?.anchor, proposedIn(proposal)]} onSend={begin}>
        <ProposalFields proposal={proposal} />
        <div className="grid grid-cols-2 gap-2 text-sm">
          <Choice label={t('kind.label')} value={kind} onChange={(value) => setKind(threadKinds.find((known) => known === value) ?? 'general')}>
            {threadKinds.map((known) => (
              <option key={known} value={known}>
                {t(`kind.${known}`)}
              </option>
            ))}
          </Choice>
          <LanguageChoice language={language} onLanguage={setLanguage} />
        </div>
        {me.delegation !== null && (
          <label className="flex items-start gap-1.5 text-sm">
            <input type="checkbox" className="mt-1" checked={internal !== ''} onChange={(event) => setInternal(event.target.checked ? 'yes' : '')} />
            <span>
              {t('internal')}
              {internal && <span className="block text-soft">{t('internal-hint')}</span>}
            </span>
          </label>
        )}
      </Composer>
    </div>
  );
}

/** The language in which a comment is written. */
export function LanguageChoice({ language, onLanguage }: { readonly language: Language | null; readonly onLanguage: (language: Language | null) => void }) {
  const t = useTranslations('comments.language');
  return (
    <Choice label={t('label')} value={language ?? ''} onChange={(value) => onLanguage(isLanguage(value) ? value : null)}>
      <option value="">{t('unsaid')}</option>
      {languages.map((known) => (
        <option key={known} value={known}>
          {t(known)}
        </option>
      ))}
    </Choice>
  );
}
