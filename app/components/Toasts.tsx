'use client';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Toast as Radix } from 'radix-ui';
import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import { Button } from './Button';

export interface ToastContent {
  readonly text: string;
  readonly tone?: 'plain' | 'danger';
  /** One thing that can be done about it. */
  readonly action?: { readonly label: string; readonly run: () => void };
}
interface Shown extends ToastContent {
  readonly key: number;
}
export interface Toasts {
  /** Shows a short message for some seconds, and reads it to screen readers. */
  toast(content: ToastContent): void;
  /** Tells screen readers alone. */
  announce(text: string): void;
}

const ToastsContext = createContext<Toasts>({ toast: () => {}, announce: () => {} });
export const useToasts = (): Toasts => useContext(ToastsContext);

let lastKey = 0;

/** Holds the page's messages; stands once around everything that may say something. */
export function ToastsProvider({ children }: { readonly children: ReactNode }) {
  const t = useTranslations('ui');
  const [shown, setShown] = useState<readonly Shown[]>([]);
  const [spoken, setSpoken] = useState('');
  const toast = useCallback((content: ToastContent) => {
    lastKey++;
    const key = lastKey;
    setShown((all) => [...all.filter((other) => other.text !== content.text).slice(-2), { ...content, key }]);
  }, []);
  const announce = useCallback((text: string) => setSpoken((before) => (before === text ? `${text}\u00a0` : text)), []);
  const toasts = useMemo(() => ({ toast, announce }), [toast, announce]);
  return (
    <ToastsContext.Provider value={toasts}>
      <Radix.Provider label={t('message')} duration={6000}>
        {children}
        {shown.map(({ key, text, tone = 'plain', action }) => (
          <Radix.Root
            key={key}
            type={tone === 'danger' ? 'foreground' : 'background'}
            onOpenChange={(open) => !open && setShown((all) => all.filter((other) => other.key !== key))}
            className={`flex items-center gap-3 rounded-md border bg-raised py-1.5 pl-3 pr-1.5 shadow-float ${tone === 'danger' ? 'border-danger text-danger' : ''}`}
          >
            <Radix.Description className="min-w-0 flex-1">{text}</Radix.Description>
            {action && (
              <Radix.Action asChild altText={action.label}>
                <Button size="small" onClick={action.run}>
                  {action.label}
                </Button>
              </Radix.Action>
            )}
            <Radix.Close asChild>
              <Button look="quiet" size="small" aria-label={t('close')}>
                <X size={14} aria-hidden />
              </Button>
            </Radix.Close>
          </Radix.Root>
        ))}
        <Radix.Viewport
          label={t('messages', { hotkey: '{hotkey}' })}
          className="fixed bottom-4 left-1/2 z-50 flex w-[min(30rem,calc(100vw-2rem))] -translate-x-1/2 flex-col gap-2 outline-none print:hidden"
        />
      </Radix.Provider>
      <div role="status" aria-live="polite" className="sr-only">
        {spoken}
      </div>
    </ToastsContext.Provider>
  );
}
