'use client';
import { useTranslations } from 'next-intl';
import { Component, type ReactNode } from 'react';
import { Button } from '@/app/components/Button';

interface Props {
  readonly children: ReactNode;
}

/** Keeps what goes wrong in one part from taking the others, and what they hold, off the page. */
export class PartBoundary extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(error: unknown): void {
    console.error('part', error);
  }

  override render(): ReactNode {
    return this.state.failed ? <Failed onRetry={() => this.setState({ failed: false })} /> : this.props.children;
  }
}

function Failed({ onRetry }: { readonly onRetry: () => void }) {
  const t = useTranslations('workspace');
  return (
    <p role="alert" className="flex flex-wrap items-center gap-3 p-3 text-danger">
      {t('part-failed')} <Button onClick={onRetry}>{t('try-again')}</Button>
    </p>
  );
}
