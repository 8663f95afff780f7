'use client';

import type { Role } from '@quayside/contracts';
import { useRouter } from 'next/navigation';
import { type KeyboardEvent, useId, useState } from 'react';
import { classNames } from '../../../ui/class-names.ts';
import type { PlaceGroup } from '../frame/places.ts';
import { placeCommands } from './command.ts';
import { useFoundCommands } from './use-found-commands.ts';

interface PaletteListProps {
  groups: readonly PlaceGroup[];
  roles: readonly Role[];
  onDone: () => void;
}

const step: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

const wantedBy = (roles: readonly Role[]): string => {
  if (roles.includes('admin')) return 'Page, order, customer or product';
  return roles.includes('support') ? 'Page, order or customer' : 'Page or product';
};

/** A combobox: the field keeps the focus, arrows choose a line, Enter goes there. */
export const PaletteList = ({ groups, roles, onDone }: PaletteListProps) => {
  const router = useRouter();
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const { commands: found, isLooking } = useFoundCommands(typed, roles);
  const commands = [...found, ...placeCommands(groups, typed)];
  const wanted = wantedBy(roles);
  const chosen = commands[Math.min(at, commands.length - 1)];
  const go = (href: string) => {
    onDone();
    router.push(href);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = step[event.key];
    if (by) {
      event.preventDefault();
      setAt((Math.min(at, commands.length - 1) + by + commands.length) % Math.max(1, commands.length));
    }
    if (event.key === 'Enter' && chosen) {
      event.preventDefault();
      go(chosen.href);
    }
  };
  return (
    <>
      <input
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={chosen && `${listId}-${chosen.id}`}
        aria-label={wanted}
        placeholder={wanted}
        value={typed}
        maxLength={100}
        onChange={({ target }) => {
          setTyped(target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        className="w-full border-b border-ink bg-sheet px-5 py-4 text-lg outline-none placeholder:text-ink-faint"
      />
      <div id={listId} role="listbox" aria-label="Where to go" className="max-h-[60vh] overflow-y-auto py-2">
        {commands.map((command, index) => (
          <div
            key={command.id}
            id={`${listId}-${command.id}`}
            role="option"
            aria-selected={command === chosen}
            onPointerMove={() => setAt(index)}
            onClick={() => go(command.href)}
            className={classNames(
              'flex min-h-11 cursor-pointer items-center gap-3 px-5',
              command === chosen && 'bg-ink text-sheet',
            )}
          >
            <span className="min-w-0 truncate font-medium">{command.label}</span>
            <span className="figures ml-auto shrink-0 text-sm opacity-80">
              {command.detail ?? command.group}
            </span>
          </div>
        ))}
      </div>
      <p role="status" className="border-t border-rule px-5 py-2.5 text-sm text-ink-soft">
        {isLooking && typed.trim().length > 1
          ? 'Looking …'
          : commands.length === 0
            ? 'Nothing goes by that name'
            : '↑ ↓ choose · Enter goes there · Esc closes'}
      </p>
    </>
  );
};
