'use client';
import { useTranslations } from 'next-intl';
import type { NamedPerson } from '@/lib/domain/named-person';

/** Chooses one of the people who take part. @param none what stands for nobody of them; its value is the empty text */
export function PersonPicker({ label, people, value, none, disabled = false, onChange }: { readonly label: string; readonly people: readonly NamedPerson[]; readonly value: string; readonly none: string; readonly disabled?: boolean; readonly onChange: (person: string) => void }) {
  const badges = useTranslations('ui.delegation');
  const t = useTranslations('agreement.reading');
  const badge = (code: string | null): string => (code === null ? badges('observer') : code === 'DE' || code === 'CN' ? badges(code) : code);
  return (
    <select aria-label={label} className="field min-h-8 !w-auto max-w-full" value={value} disabled={disabled} onChange={(event) => onChange(event.target.value)}>
      <option value="">{none}</option>
      {people.map((person) => (
        <option key={person.id} value={person.id}>
          {t('party', { name: person.name, code: badge(person.delegation) })}
        </option>
      ))}
    </select>
  );
}
