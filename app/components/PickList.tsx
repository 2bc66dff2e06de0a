'use client';
import { Command } from 'cmdk';
import { Check } from 'lucide-react';
import { Popover } from 'radix-ui';
import { createContext, useContext, useState, type ReactNode } from 'react';
import { isComposing } from './is-composing';

export interface Pick {
  readonly id: string;
  readonly label: string;
  /** What is said of it besides. */
  readonly hint?: string;
  readonly isChosen?: boolean;
  readonly onSelect: () => void;
}

export interface PickListProps {
  /** One focusable element with a name. */
  readonly trigger: ReactNode;
  readonly label: string;
  readonly placeholder: string;
  readonly none: string;
  /** What can be made of words that nothing has. @property known what there is */
  readonly create?: { readonly known: readonly string[]; readonly words: (typed: string) => string; readonly onCreate: (typed: string) => void };
  /** Stays open for the next one. */
  readonly several?: boolean;
  /** `PickGroup`s: rendered, and so read, only while the list is open. */
  readonly children: ReactNode;
}

/** Does what was picked in the list around, and closes it. */
const TakeContext = createContext<(run: () => void) => void>(() => {});

const itemClass = 'flex cursor-default items-start gap-2 rounded px-2 py-1 data-[selected=true]:bg-hover';

/** A list that opens from a button and narrows to what is typed: arrows move, Enter takes, Escape leads back. */
export function PickList({ trigger, label, placeholder, none, create, several = false, children }: PickListProps) {
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const show = (next: boolean): void => {
    setOpen(next);
    setTyped('');
  };
  const take = (run: () => void): void => {
    run();
    if (several) setTyped('');
    else show(false);
  };
  const words = typed.trim();
  const isNew = words !== '' && !create?.known.some((label) => label.toLowerCase() === words.toLowerCase());
  return (
    <Popover.Root open={open} onOpenChange={show}>
      <Popover.Trigger asChild>{trigger}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          aria-label={label}
          align="start"
          sideOffset={4}
          collisionPadding={8}
          onEscapeKeyDown={(event) => isComposing(event) && event.preventDefault()}
          className="z-50 w-[24rem] max-w-[calc(100vw-1rem)] overflow-hidden rounded-md border bg-raised shadow-float print:hidden"
        >
          {/* cmdk chooses with Enter; while an input method composes, Enter is not ours */}
          <Command label={label} loop onKeyDownCapture={(event) => isComposing(event) && event.stopPropagation()}>
            <Command.Input value={typed} onValueChange={setTyped} placeholder={placeholder} aria-label={label} className="w-full border-b bg-transparent px-3 py-2 outline-none" />
            <Command.List className="max-h-[min(50vh,20rem)] overflow-auto p-1">
              {!(create && isNew) && <Command.Empty className="px-2 py-3 text-soft">{none}</Command.Empty>}
              <TakeContext value={take}>{children}</TakeContext>
              {create && isNew && (
                // a group and a value that match nothing stand last: what there is comes before what could be made
                <Command.Group forceMount>
                  <Command.Item forceMount value="+" data-pick="create" onSelect={() => take(() => create.onCreate(words))} className={itemClass}>
                    <span className="w-4 shrink-0" />
                    <span className="min-w-0 [overflow-wrap:anywhere]">{create.words(words)}</span>
                  </Command.Item>
                </Command.Group>
              )}
            </Command.List>
          </Command>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** Some of what can be picked, under a heading. */
export function PickGroup({ heading, picks }: { readonly heading: string; readonly picks: readonly Pick[] }) {
  const take = useContext(TakeContext);
  if (picks.length === 0) return null;
  return (
    <Command.Group heading={heading} className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:py-1 [&_[cmdk-group-heading]]:text-sm [&_[cmdk-group-heading]]:text-soft">
      {picks.map((pick) => (
        <Command.Item key={pick.id} value={`${pick.label} ${pick.hint ?? ''} ${pick.id}`} data-pick={pick.id} onSelect={() => take(pick.onSelect)} className={itemClass}>
          <span className="mt-0.5 w-4 shrink-0">{pick.isChosen && <Check size={14} aria-hidden />}</span>
          <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
            {pick.label}
            {pick.hint && <span className="block text-sm text-soft">{pick.hint}</span>}
          </span>
        </Command.Item>
      ))}
    </Command.Group>
  );
}
