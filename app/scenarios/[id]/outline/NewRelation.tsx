'use client';
import { ArrowRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { Button } from '@/app/components/Button';
import { isComposing } from '@/app/components/is-composing';
import { OutlineSelect, type OutlineOption } from './OutlineSelect';

export interface NewRelationProps {
  readonly roleOptions: readonly OutlineOption[];
  /** The role to start from: the one that is selected, if any. */
  readonly from: string | null;
  readonly onCreate: (source: string, target: string) => void;
  readonly onCancel: () => void;
}

/** Asks between which roles a new relation runs. */
export function NewRelation({ roleOptions, from, onCreate, onCancel }: NewRelationProps) {
  const t = useTranslations('outline');
  const form = useRef<HTMLFormElement>(null);
  const [source, setSource] = useState(from ?? roleOptions[0]?.value ?? '');
  const [target, setTarget] = useState(roleOptions.find((option) => option.value !== source)?.value ?? '');
  useEffect(() => form.current?.querySelector('select')?.focus(), []);

  function onKeyDown(event: KeyboardEvent): void {
    if (isComposing(event) || event.key !== 'Escape') return;
    event.stopPropagation();
    onCancel();
  }
  return (
    <form
      ref={form}
      aria-label={t('relations.new')}
      className="flex flex-wrap items-center gap-1 rounded-sm border-b bg-sunken p-1"
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        onCreate(source, target);
      }}
    >
      <OutlineSelect label={t('relations.new-source')} value={source} options={roleOptions} reachable className="flex-[1_1_8rem]" onChange={setSource} />
      <ArrowRight size={14} aria-hidden className="shrink-0 text-soft" />
      <OutlineSelect label={t('relations.new-target')} value={target} options={roleOptions} reachable className="flex-[1_1_8rem]" onChange={setTarget} />
      <Button type="submit" look="primary" size="small">
        {t('relations.create')}
      </Button>
      <Button look="quiet" size="small" onClick={onCancel}>
        {t('cancel')}
      </Button>
    </form>
  );
}
