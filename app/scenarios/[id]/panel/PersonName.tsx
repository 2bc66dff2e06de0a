'use client';
import { DelegationBadge } from '@/app/components/DelegationBadge';
import { useShownName } from '@/app/components/use-shown-name';
import type { NamedPerson } from '@/lib/domain/named-person';

/** Who said or did something: name and delegation. */
export function PersonName({ person }: { readonly person: NamedPerson }) {
  return (
    <span className="inline-flex min-w-0 items-baseline gap-1">
      <span className="min-w-0 font-semibold [overflow-wrap:anywhere]">{useShownName()(person)}</span>
      <DelegationBadge code={person.delegation} observers />
    </span>
  );
}
