'use client';

import { Search } from 'lucide-react';
import Form from 'next/form';
import { useRouter, useSearchParams } from 'next/navigation';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useLocale, useTranslations } from 'next-intl';
import { usePathIn } from '../../../i18n/use-path-in.ts';
import type * as suggestingParts from './suggesting.ts';
import { useSuggestions } from './use-suggestions.ts';

const step: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
const none = -1;

/** A form that works by itself; while somebody types it offers where to go, chosen by arrows or a tap. */
export const SearchBox = () => {
  const t = useTranslations('catalog');
  const locale = useLocale();
  const pathIn = usePathIn();
  const router = useRouter();
  const asked = useSearchParams().get('q') ?? '';
  const listId = useId();
  const [typed, setTyped] = useState(asked);
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(none);
  const found = useSuggestions(isOpen ? typed : '');
  const [suggesting, setSuggesting] = useState<typeof suggestingParts>();
  /** Without a network the form works as it does without scripts. */
  const prepare = () =>
    void import('./suggesting.ts').then((module) => setSuggesting(module)).catch(() => undefined);
  const lines = found && suggesting ? suggesting.suggestionLines(typed, found, locale) : [];
  const isShown = isOpen && lines.length > 0;
  const chosen = isShown ? lines[at] : undefined;

  // Not a controlled field: that would lose what is typed before the page has become interactive.
  const field = useRef<HTMLInputElement>(null);
  const shown = useRef(asked);
  useEffect(() => {
    if (field.current && shown.current !== asked) field.current.value = asked;
    shown.current = asked;
  }, [asked]);

  const close = () => {
    setOpen(false);
    setAt(none);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const by = step[event.key];
    if (by && isShown) {
      event.preventDefault();
      // One place before the first is the field itself.
      setAt(((at + 1 + by + lines.length + 1) % (lines.length + 1)) - 1);
    } else if (event.key === 'Escape' && isShown) {
      event.preventDefault();
      close();
    } else if (event.key === 'Enter' && chosen) {
      event.preventDefault();
      close();
      router.push(pathIn(chosen.href));
    }
  };

  return (
    <Form
      action={pathIn('/catalog')}
      prefetch={false}
      role="search"
      aria-label={t('shop')}
      onSubmit={close}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) close();
      }}
      className="relative flex h-11 rounded-sm border border-ink bg-sheet"
    >
      <input
        type="search"
        name="q"
        required
        maxLength={100}
        autoComplete="off"
        role="combobox"
        aria-expanded={isShown}
        aria-controls={suggesting && listId}
        aria-autocomplete="list"
        aria-activedescendant={chosen && `${listId}-${at}`}
        aria-label={t('searchTheShop')}
        placeholder={t('searchHint')}
        ref={field}
        defaultValue={asked}
        onChange={({ target }) => {
          prepare();
          setTyped(target.value);
          setAt(none);
          setOpen(true);
        }}
        onFocus={({ target }) => {
          prepare();
          setTyped(target.value);
          if (target.value.trim() !== asked) setOpen(true);
        }}
        onKeyDown={onKeyDown}
        className="min-w-0 flex-1 rounded-sm bg-transparent px-3 placeholder:text-ink-faint"
      />
      <button className="grid w-12 place-items-center rounded-sm hover:bg-land">
        <Search size={18} aria-hidden />
        <span className="sr-only">{t('search')}</span>
      </button>
      {suggesting && (
        <suggesting.SuggestionList
          id={listId}
          lines={isShown ? lines : []}
          chosen={at}
          onPoint={setAt}
          onGo={close}
          {...(found?.searchedFor && { searchedFor: found.searchedFor })}
        />
      )}
    </Form>
  );
};
