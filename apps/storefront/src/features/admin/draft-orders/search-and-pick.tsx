'use client';

import { Search } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { inputLook } from '../../../ui/field.tsx';

interface SearchAndPickProps<T> {
  label: string;
  /** Undefined where it could not be asked. */
  search: (q: string) => Promise<readonly T[] | undefined>;
  keyOf: (one: T) => string | number;
  wordsOf: (one: T) => { title: string; about: string };
  onPick: (one: T) => void;
}

const restMs = 250;

/** Looks for something by what is typed, and picks one of what is found. */
export const SearchAndPick = <T,>({ label, search, keyOf, wordsOf, onPick }: SearchAndPickProps<T>) => {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<readonly T[]>();
  const [hasFailed, setFailed] = useState(false);
  const ask = useRef(search);
  useEffect(() => {
    ask.current = search;
  });
  const q = typed.trim();
  useEffect(() => {
    let isGone = false;
    const look = async () => {
      const items = q.length < 2 ? undefined : await ask.current(q);
      if (isGone) return;
      setFound(items);
      setFailed(q.length >= 2 && items === undefined);
    };
    const timer = setTimeout(() => void look(), restMs);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [q]);
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-sm font-semibold">
        {label}
      </label>
      <div className="relative">
        <Search size={17} aria-hidden className="absolute top-1/2 left-3 -translate-y-1/2 text-ink-faint" />
        <input
          id={id}
          type="search"
          value={typed}
          maxLength={100}
          autoComplete="off"
          onChange={({ target }) => setTyped(target.value)}
          // Enter looks, and does not save the form around it.
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
          className={`${inputLook} pl-9!`}
        />
      </div>
      <p role="status" className="mt-1 text-sm text-ink-faint">
        {hasFailed ? 'The search is out of reach right now.' : found?.length === 0 ? 'Nothing is found.' : ''}
      </p>
      {found && found.length > 0 && (
        <ul aria-label="Found" className="divide-y divide-rule border border-rule-strong bg-sheet">
          {found.map((one) => {
            const { title, about } = wordsOf(one);
            return (
              <li key={keyOf(one)}>
                <button
                  type="button"
                  onClick={() => {
                    onPick(one);
                    setTyped('');
                  }}
                  className="flex min-h-11 w-full flex-wrap items-baseline justify-between gap-x-4 px-3 py-2 text-left hover:bg-land"
                >
                  <span className="font-medium wrap-anywhere">{title}</span>
                  <span className="figures text-sm wrap-anywhere text-ink-soft">{about}</span>
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
};
