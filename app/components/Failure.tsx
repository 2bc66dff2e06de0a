interface FailureProps {
  readonly title: string;
  readonly hint: string;
  readonly reference: string | null;
  readonly retryLabel: string;
  readonly onRetry: () => void;
  readonly homeLabel: string;
}

/** A whole page that says that something failed, and the two ways on. Needs no provider: it is what remains when those fail. */
export function Failure({ title, hint, reference, retryLabel, onRetry, homeLabel }: FailureProps) {
  return (
    <main className="mx-auto flex min-h-dvh max-w-prose flex-col justify-center gap-3 p-6">
      <h1 className="text-xl font-semibold">{title}</h1>
      <p>{hint}</p>
      {reference && <p className="text-sm text-soft">{reference}</p>}
      <p className="flex gap-4">
        <button type="button" className="underline" onClick={onRetry}>
          {retryLabel}
        </button>
        {/* A full load on purpose: whatever broke starts afresh. */}
        <a className="underline" href="/">
          {homeLabel}
        </a>
      </p>
    </main>
  );
}
