'use client';
import { Command, defaultFilter } from 'cmdk';
import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Dialog as Radix } from 'radix-ui';
import { useEffect, useRef, useState } from 'react';
import { IconButton } from '@/app/components/IconButton';
import { isComposing } from '@/app/components/is-composing';
import { useCommands } from './commands';
import { shortcut } from './shortcut';

const valueOf = ({ label, id }: { readonly label: string; readonly id: string }): string => `${label} ${id}`;

/** What has been typed stands in a command's name: those first; then those that have its letters in this order. Ids are told apart, not searched. */
function match(value: string, search: string): number {
  const name = value.slice(0, value.lastIndexOf(' '));
  if (name.toLowerCase().includes(search.trim().toLowerCase())) return 1;
  return defaultFilter(name, search) / 2;
}

/** Every action by its name: Ctrl or ⌘ with K, from anywhere. */
export function CommandMenu() {
  const t = useTranslations('workspace');
  const commands = useCommands();
  const [open, setOpen] = useState(false);
  const opener = useRef<Element>(null);
  const chosen = useRef<(() => void) | null>(null);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || isComposing(event)) return;
      event.preventDefault();
      event.stopPropagation();
      setOpen((before) => !before);
    };
    // Before the canvas and the editors, which have a use of their own for the key.
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, []);
  const groups = [...Map.groupBy(commands, ({ group }) => group ?? t('group.do'))];
  return (
    <>
      <IconButton label={t('commands')} shortcut={shortcut('mod+K')} onClick={() => setOpen(true)}>
        <Search size={16} aria-hidden />
      </IconButton>
      <Radix.Root open={open} onOpenChange={setOpen}>
        <Radix.Portal>
          <Radix.Overlay className="fixed inset-0 z-40 bg-[rgb(0_0_0/0.25)] print:hidden" />
          <Radix.Content
            aria-describedby={undefined}
            onOpenAutoFocus={() => (opener.current = document.activeElement)}
            onCloseAutoFocus={(event) => {
              event.preventDefault(); // Radix would look for a trigger of its own
              if (opener.current instanceof HTMLElement) opener.current.focus({ preventScroll: true });
              // Only now, so that a command finds the focus where its reader was, and may move it.
              chosen.current?.();
              chosen.current = null;
            }}
            onEscapeKeyDown={(event) => isComposing(event) && event.preventDefault()}
            className="fixed left-1/2 top-[12vh] z-40 w-[min(36rem,calc(100vw-2rem))] -translate-x-1/2 overflow-hidden rounded-md border bg-raised shadow-float"
          >
            <Radix.Title className="sr-only">{t('commands')}</Radix.Title>
            {/* cmdk chooses with Enter; while an input method composes, Enter is not ours */}
            <Command label={t('commands')} loop filter={match} onKeyDownCapture={(event) => isComposing(event) && event.stopPropagation()}>
              <Command.Input placeholder={t('commands-search')} className="w-full border-b bg-transparent px-4 py-3 outline-none" />
              <Command.List className="max-h-[50vh] overflow-auto p-1">
                <Command.Empty className="px-3 py-4 text-soft">{t('commands-none')}</Command.Empty>
                {groups.map(([group, all]) => (
                  <Command.Group key={group} heading={group} className="[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:py-1 [&_[cmdk-group-heading]]:text-sm [&_[cmdk-group-heading]]:text-soft">
                    {all.map((command) => (
                      <Command.Item
                        key={command.id}
                        value={valueOf(command)}
                        onSelect={() => {
                          chosen.current = command.run;
                          setOpen(false);
                        }}
                        className="flex cursor-default items-center gap-4 rounded px-3 py-1.5 data-[selected=true]:bg-hover"
                      >
                        <span className="min-w-0 flex-1">{command.label}</span>
                        {command.shortcut && <kbd className="font-sans text-sm text-soft">{command.shortcut}</kbd>}
                      </Command.Item>
                    ))}
                  </Command.Group>
                ))}
              </Command.List>
            </Command>
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </>
  );
}
