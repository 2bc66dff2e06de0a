import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { demoPassword, demoPeople } from '@/lib/people/seed-demo';
import { demoSignInAllowed } from '@/lib/sessions/demo-sign-in';
import { requestOrigin } from '@/lib/sessions/request-origin';
import { currentPerson } from '../session';
import { parseFailure } from './failure';
import { returnPath } from './return-path';
import { SignInForm } from './SignInForm';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account');
  return { title: t('sign-in.title') };
}

interface SignInPageProps {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

/** Where everybody comes in; who is signed in already goes on. */
export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { returnTo, error } = await searchParams;
  const path = returnPath(returnTo);
  if (await currentPerson()) redirect(path);
  const sent = await headers();
  const offersDemo = demoSignInAllowed(requestOrigin((name) => sent.get(name)));
  return (
    <SignInForm
      returnTo={path}
      failure={typeof error === 'string' ? parseFailure(error) : null}
      demoPassword={offersDemo ? demoPassword : ''}
      demoPeople={
        offersDemo
          ? demoPeople.map(({ email, name, delegation, leads }) => ({ email, name, delegation, office: leads ? 'facilitator' : delegation ? 'editor' : 'viewer' }))
          : []
      }
    />
  );
}
