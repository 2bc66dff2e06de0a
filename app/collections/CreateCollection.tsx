'use client';
import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/app/components/Button';
import { newRequestId } from '@/app/scenarios/[id]/panel/agreement-api';
import { emptyLocalized, workingLanguage } from '@/lib/domain/languages';
import { createCollection } from './collection-api';
import { PlanDialog } from './PlanDialog';

const blank = { name: emptyLocalized, description: emptyLocalized, authenticLanguages: [workingLanguage] };

/** Begins a collection and leads to it. */
export function CreateCollection() {
  const t = useTranslations('collections');
  const router = useRouter();
  const [requestId, setRequestId] = useState<string | null>(null);
  return (
    <>
      <Button look="primary" onClick={() => setRequestId(newRequestId())}>
        <Plus size={16} aria-hidden /> {t('new')}
      </Button>
      {requestId && (
        <PlanDialog
          title={t('new')}
          submit={t('create')}
          initial={blank}
          onSubmit={async (plan) => router.push(`/collections/${(await createCollection({ ...plan, requestId })).collection}`)}
          onClose={() => setRequestId(null)}
        />
      )}
    </>
  );
}
