'use client';
import { Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/app/components/Button';
import { langOf } from '@/app/components/lang-of';
import { useInterfaceLanguage } from '@/app/components/LanguageSwitch';
import { SharedTextField } from '@/app/components/SharedTextField';
import { deleteEntities, setEnterpriseColour, setEnterpriseNewInFuture } from '@/lib/document/edits/edit-entities';
import { labelOf } from '@/lib/document/roots';
import { textIn } from '@/lib/domain/languages';
import { enterpriseColour, enterpriseColours } from '@/lib/figures/palette';
import { CommentButton } from '../panel/CommentButton';
import { useSession } from '../session/hooks';
import { Swatch } from './Swatch';
import type { NamedEnterprise } from './use-named-enterprises';

/** Name and colour of an enterprise, and whether it is new in the future network. */
export function EnterpriseEditor({ enterprise, onClose }: { readonly enterprise: NamedEnterprise; readonly onClose: () => void }) {
  const { doc } = useSession();
  const t = useTranslations('canvas.enterprise');
  const colours = useTranslations('figures.colours');
  const { language } = useInterfaceLanguage();
  const { id, name, colour, newInFuture } = enterprise;
  const text = labelOf(doc, 'enterprises', id, language);
  return (
    <div className="flex flex-col gap-2">
      {text && (
        <SharedTextField
          text={text}
          label={t('name')}
          focusName={`enterprise:${id}/label:${language}`}
          lang={langOf(language)}
          placeholder={textIn(name, language) || t('name')}
          autoFocus
          onDone={(how) => how !== 'blur' && onClose()}
        />
      )}
      <div role="radiogroup" aria-label={t('colour')} className="grid grid-cols-6 gap-1">
        {enterpriseColours.map((each, index) => (
          <button
            key={each.name}
            type="button"
            role="radio"
            aria-checked={enterpriseColour(colour) === each}
            aria-label={colours(each.name)}
            title={colours(each.name)}
            className="flex h-8 items-center justify-center rounded border border-transparent hover:bg-hover aria-checked:border-accent"
            onClick={() => setEnterpriseColour(doc, id, index)}
          >
            <Swatch colour={index} />
          </button>
        ))}
      </div>
      <label className="flex items-center gap-1.5">
        <input type="checkbox" checked={newInFuture} onChange={(event) => setEnterpriseNewInFuture(doc, id, event.target.checked)} />
        {t('new-in-future')}
      </label>
      <div className="flex justify-between border-t pt-1.5">
        <CommentButton item={`enterprise:${id}`} />
        <Button
          look="quiet"
          size="small"
          onClick={() => {
            deleteEntities(doc, { enterprises: [id] });
            onClose();
          }}
        >
          <Trash2 size={14} aria-hidden /> {t('delete')}
        </Button>
      </div>
    </div>
  );
}
