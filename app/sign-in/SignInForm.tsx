'use client';
import { ArrowRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useId, useRef, useState, type FormEvent } from 'react';
import type { Language } from '@/lib/domain/languages';
import { Button } from '../components/Button';
import { DelegationBadge } from '../components/DelegationBadge';
import { LanguageSwitch } from '../components/LanguageSwitch';
import type { SignInFailure } from './failure';
import { postCredentials } from './post-credentials';

export interface DemoPerson {
  readonly email: string;
  readonly name: string;
  readonly delegation: string | null;
  /** Key of what they show, in `account.demo`. */
  readonly office: 'facilitator' | 'editor' | 'viewer';
}

interface SignInFormProps {
  readonly returnTo: string;
  /** Offered in one click; empty where demo people may not sign in. */
  readonly demoPeople: readonly DemoPerson[];
  readonly demoPassword: string;
  readonly failure: SignInFailure | null;
}

/** E-mail and password; the demo people in one click; the language. */
export function SignInForm({ returnTo, demoPeople, demoPassword, failure: initialFailure }: SignInFormProps) {
  const t = useTranslations('account');
  const [failure, setFailure] = useState(initialFailure);
  const [isBusy, setBusy] = useState(false);
  const [password, setPassword] = useState('');
  const chosenHere = useRef<Language | null>(null);
  const alert = useRef<HTMLParagraphElement>(null);
  const ids = useId();

  useEffect(() => {
    if (failure) alert.current?.focus();
  }, [failure]);

  async function signIn(email: string, secret: string): Promise<void> {
    setBusy(true);
    setFailure(null);
    const failed = await postCredentials(email, secret, chosenHere.current);
    if (failed) {
      setFailure(failed);
      setPassword('');
      setBusy(false);
      return;
    }
    window.location.assign(returnTo); // a full load: nothing of the signed-out pages stays in the router's cache
  }

  function onSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const email = new FormData(event.currentTarget).get('email');
    if (!isBusy) void signIn(typeof email === 'string' ? email : '', password);
  }

  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex justify-end p-3">
        <LanguageSwitch onChosen={(language) => (chosenHere.current = language)} />
      </header>
      <main className="mx-auto flex w-full max-w-sm flex-1 flex-col justify-center gap-8 px-5 pb-16">
        <div>
          <h1 className="text-3xl font-semibold tracking-tight">{t('sign-in.product')}</h1>
          <p className="mt-1 text-soft">{t('sign-in.purpose')}</p>
        </div>
        <form method="post" onSubmit={onSubmit} className="flex flex-col gap-3" aria-label={t('sign-in.title')}>
          {failure && (
            <p ref={alert} role="alert" tabIndex={-1} className="rounded border border-danger bg-danger-soft px-3 py-2 text-danger">
              {t(`sign-in.failure.${failure.code}`, { minutes: Math.ceil((failure.waitSeconds ?? 60) / 60) })}
            </p>
          )}
          <label htmlFor={`${ids}-email`} className="flex flex-col gap-1">
            <span className="font-medium">{t('email')}</span>
            <input id={`${ids}-email`} name="email" type="email" autoComplete="username" required maxLength={320} className="field min-h-9" />
          </label>
          <label htmlFor={`${ids}-password`} className="flex flex-col gap-1">
            <span className="font-medium">{t('password')}</span>
            <input
              id={`${ids}-password`}
              name="password"
              type="password"
              autoComplete="current-password"
              required
              maxLength={1000}
              className="field min-h-9"
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          </label>
          <Button type="submit" look="primary" className="mt-1 min-h-9" disabled={isBusy}>
            {t(isBusy ? 'sign-in.busy' : 'sign-in.submit')}
          </Button>
          <p className="text-sm text-soft">{t('sign-in.forgotten')}</p>
        </form>
        {demoPeople.length > 0 && (
          <section aria-labelledby={`${ids}-demo`} className="border-t pt-5">
            <h2 id={`${ids}-demo`} className="font-medium">
              {t('demo.title')}
            </h2>
            <p className="text-sm text-soft">{t('demo.hint')}</p>
            <ul className="-mx-2 mt-2 flex flex-col">
              {demoPeople.map((person) => (
                <li key={person.email}>
                  <button
                    type="button"
                    disabled={isBusy}
                    className="group flex min-h-9 w-full items-center gap-2 rounded px-2 text-left hover:bg-hover disabled:opacity-50"
                    onClick={() => void signIn(person.email, demoPassword)}
                  >
                    <span className="min-w-0 truncate">{person.name}</span>
                    <DelegationBadge code={person.delegation} observers />
                    <span className="ml-auto whitespace-nowrap text-sm text-soft">{t(`demo.${person.office}`)}</span>
                    <ArrowRight size={14} aria-hidden className="shrink-0 text-soft opacity-0 group-hover:opacity-100 group-focus-visible:opacity-100" />
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
      </main>
    </div>
  );
}
