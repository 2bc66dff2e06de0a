'use client';
import { Info } from 'lucide-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { Popover } from 'radix-ui';
import { useId, useRef, useState } from 'react';
import { IconButton } from '@/app/components/IconButton';
import { isComposing } from '@/app/components/is-composing';
import { useInterfaceLanguage } from '@/app/components/LanguageSwitch';
import { originName } from '@/app/scenarios/origin-name';
import { setOrigin } from '@/lib/document/edits/edit-entities';
import { setLeadingLanguage } from '@/lib/document/edits/lead-wording';
import type { Delegation } from '@/lib/domain/delegations';
import { isLanguage, languages, textIn } from '@/lib/domain/languages';
import type { Template } from '@/lib/scenarios/read-template';
import { useMayEdit, useScenarioPart, useSession } from '../session/hooks';
import { BestPracticeField } from './BestPracticeField';
import { useCommand } from './commands';
import { Fact } from './Fact';
import type { TopBarProps } from './TopBar';

/** Where the scenario comes from, which best practice it relates to, and which language leads its wording. */
export function ScenarioDetails({ scenarioId, delegations, collection, template, mayCreate }: Pick<TopBarProps, 'scenarioId' | 'delegations' | 'collection' | 'template' | 'mayCreate'>) {
  const t = useTranslations('workspace.details');
  const group = useTranslations('workspace.group');
  const [isOpen, setIsOpen] = useState(false);
  const content = useRef<HTMLDivElement>(null);
  const router = useRouter();
  useCommand({ id: 'workspace.details', label: t('title'), group: group('go'), run: () => setIsOpen(true) });
  useCommand({ id: 'workspace.use-as-template', label: t('use-as-template'), group: group('do'), disabled: !mayCreate, run: () => router.push(asTemplate(scenarioId)) });
  return (
    <Popover.Root open={isOpen} onOpenChange={setIsOpen}>
      <Popover.Trigger asChild>
        <IconButton label={t('title')}>
          <Info size={16} aria-hidden />
        </IconButton>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          ref={content}
          aria-label={t('title')}
          align="start"
          sideOffset={4}
          collisionPadding={8}
          onOpenAutoFocus={(event) => {
            const first = content.current?.querySelector('select');
            if (!first) return;
            event.preventDefault();
            first.focus();
          }}
          onEscapeKeyDown={(event) => (isComposing(event) || hasDraft(event.target)) && event.preventDefault()}
          className="z-50 flex w-80 max-w-[calc(100vw-1rem)] flex-col gap-3 rounded-md border bg-raised p-3 shadow-float print:hidden"
        >
          <OriginField delegations={delegations} />
          <BestPracticeField />
          <LeadingLanguageField />
          <CollectionFact collection={collection} />
          {template && <TemplateFact template={template} />}
          {mayCreate && (
            <Link href={asTemplate(scenarioId)} className="text-accent underline underline-offset-2">
              {t('use-as-template')}
            </Link>
          )}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

const hasDraft = (target: EventTarget | null): boolean => target instanceof HTMLElement && target.dataset.draft !== undefined;

const asTemplate = (scenario: string): string => `/scenarios?template=${scenario}`;

function TemplateFact({ template }: { readonly template: Template }) {
  const t = useTranslations('workspace.details');
  const untitled = useTranslations('workspace')('untitled');
  const { language } = useInterfaceLanguage();
  if (template === 'hidden') return <Fact label={t('template')} value={t('hidden-template')} none="" />;
  return (
    <p className="flex flex-col">
      <span className="font-medium">{t('template')}</span>
      <Link href={`/scenarios/${template.id}`} className="text-accent underline underline-offset-2 [overflow-wrap:anywhere]">
        {textIn(template.title, language) || untitled}
      </Link>
    </p>
  );
}

function CollectionFact({ collection }: Pick<TopBarProps, 'collection'>) {
  const t = useTranslations('workspace.details');
  const { language } = useInterfaceLanguage();
  if (!collection) return <Fact label={t('collection')} value={null} none={t('no-collection')} />;
  return (
    <p className="flex flex-col">
      <span className="font-medium">{t('collection')}</span>
      <Link href={`/collections/${collection.id}`} className="text-accent underline underline-offset-2 [overflow-wrap:anywhere]">
        {textIn(collection.name, language)}
      </Link>
    </p>
  );
}

function LeadingLanguageField() {
  const t = useTranslations('workspace.details');
  const names = useTranslations('agreement.item.languages');
  const { doc, scenario } = useSession();
  const leading = useScenarioPart('leadingLanguage');
  const mayEdit = useMayEdit();
  const hintId = useId();
  if (!mayEdit) return <Fact label={t('leading-language')} value={names(leading)} none="" />;
  return (
    <label className="flex flex-col gap-1">
      <span className="font-medium">{t('leading-language')}</span>
      <select
        className="field min-h-8"
        aria-describedby={hintId}
        value={leading}
        onChange={({ target: { value } }) => isLanguage(value) && setLeadingLanguage(doc, scenario.get(), value)}
      >
        {languages.map((language) => (
          <option key={language} value={language}>
            {names(language)}
          </option>
        ))}
      </select>
      <span id={hintId} className="text-sm text-soft">
        {t('leading-language-hint')}
      </span>
    </label>
  );
}

function OriginField({ delegations }: { readonly delegations: readonly Delegation[] }) {
  const t = useTranslations('workspace.details');
  const ui = useTranslations('ui');
  const { language } = useInterfaceLanguage();
  const { doc } = useSession();
  const origin = useScenarioPart('origin');
  const mayEdit = useMayEdit();
  const nameOf = (code: string): string => originName(ui, code, delegations, language);
  if (!mayEdit) return <Fact label={t('origin')} value={origin && nameOf(origin)} none={t('no-origin')} />;
  const codes = delegations.map(({ code }) => code);
  // An imported scenario may name a side that this Accord does not know.
  const options = origin && !codes.includes(origin) ? [...codes, origin] : codes;
  return (
    <label className="flex flex-col gap-1">
      <span className="font-medium">{t('origin')}</span>
      <select className="field min-h-8" value={origin ?? ''} onChange={(event) => setOrigin(doc, event.target.value || null)}>
        <option value="">{t('no-origin')}</option>
        {options.map((code) => (
          <option key={code} value={code}>
            {nameOf(code)}
          </option>
        ))}
      </select>
    </label>
  );
}
