import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { roleNameAttribute } from './role-name-attribute';

/** Words that their author has marked as the name of a role, to be read. */
export function RoleName({ children }: { readonly children: ReactNode }) {
  const t = useTranslations('wording');
  return (
    <span className="role-name" title={t('role-name')} {...{ [roleNameAttribute]: '' }}>
      {children}
    </span>
  );
}
