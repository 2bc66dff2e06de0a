'use client';
import { Check } from 'lucide-react';
import { DropdownMenu as Radix } from 'radix-ui';
import { createContext, useCallback, useContext, useRef, type ReactNode } from 'react';

const itemClass =
  'flex w-full cursor-default select-none items-center gap-2 rounded px-2 py-1 outline-none data-[disabled]:opacity-50 data-[highlighted]:bg-hover';

export interface MenuProps {
  /** One focusable element with a name. */
  readonly trigger: ReactNode;
  readonly label?: string;
  readonly align?: 'start' | 'end';
  readonly children: ReactNode;
}

/** Takes what was chosen in the menu around, to be run once it is closed. */
const ChooseContext = createContext<(run: () => void) => void>(() => {});

/** A menu that opens from a button. What is chosen happens once it is closed: then the focus is on the button again, and may be moved. */
export function Menu({ trigger, label, align = 'end', children }: MenuProps) {
  const button = useRef<HTMLButtonElement>(null);
  const chosen = useRef<(() => void) | null>(null);
  const choose = useCallback((run: () => void): void => void (chosen.current = run), []);
  return (
    <Radix.Root>
      <Radix.Trigger ref={button} asChild>
        {trigger}
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          onCloseAutoFocus={(event) => {
            const run = chosen.current;
            if (!run) return;
            chosen.current = null;
            event.preventDefault(); // Radix would take the focus from whatever is opened
            button.current?.focus();
            run();
          }}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className="z-50 min-w-48 max-w-80 rounded-md border bg-raised p-1 shadow-float print:hidden"
        >
          <ChooseContext value={choose}>{children}</ChooseContext>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

export function MenuItem({ onSelect, disabled, shortcut, icon, danger, children }: { readonly onSelect: () => void; readonly disabled?: boolean; readonly shortcut?: string; readonly icon?: ReactNode; readonly danger?: boolean; readonly children: ReactNode }) {
  const choose = useContext(ChooseContext);
  return (
    <Radix.Item className={`${itemClass} ${danger ? 'text-danger' : ''}`} disabled={disabled} onSelect={() => choose(onSelect)}>
      {icon}
      <span className="min-w-0 flex-1">{children}</span>
      {shortcut && <kbd className="font-sans text-sm text-soft">{shortcut}</kbd>}
    </Radix.Item>
  );
}

/** A link in a menu; `download` saves what it leads to. */
export function MenuLink({ href, download, lang, icon, children }: { readonly href: string; readonly download?: string | boolean; readonly lang?: string; readonly icon?: ReactNode; readonly children: ReactNode }) {
  return (
    <Radix.Item asChild>
      <a className={itemClass} href={href} download={download} lang={lang}>
        {icon}
        {children}
      </a>
    </Radix.Item>
  );
}

/** One of several: the values of a setting. */
export function MenuChoice<T extends string>({ value, options, onChange }: { readonly value: T; readonly options: readonly { readonly value: T; readonly label: string; readonly lang?: string }[]; readonly onChange: (value: T) => void }) {
  return (
    <Radix.RadioGroup value={value} onValueChange={(next) => onChange(next as T)}>
      {options.map((option) => (
        <Radix.RadioItem key={option.value} value={option.value} lang={option.lang} className={itemClass}>
          <span className="w-4">
            <Radix.ItemIndicator>
              <Check size={14} aria-hidden />
            </Radix.ItemIndicator>
          </span>
          {option.label}
        </Radix.RadioItem>
      ))}
    </Radix.RadioGroup>
  );
}

export function MenuLabel({ children }: { readonly children: ReactNode }) {
  return <Radix.Label className="px-2 pb-0.5 pt-1.5 text-sm text-soft">{children}</Radix.Label>;
}

export function MenuSeparator() {
  return <Radix.Separator className="my-1 h-px bg-line" />;
}
