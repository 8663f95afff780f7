'use client';

import { useEffect } from 'react';
import type { Entry, Field } from './note-early-entries.ts';

const tell = (field: Field, kind: string): void => {
  field.dispatchEvent(new Event(kind, { bubbles: true }));
};

/** React hears of a field what its own property was not set to: it is shown another value, and then the entered one. */
const enter = (field: Field, property: 'value' | 'checked', entered: Entry): void => {
  const set = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), property)?.set;
  const other = typeof entered === 'boolean' ? !entered : `${entered} `;
  Object.assign(field, { [property]: other });
  set?.call(field, entered);
};

const replay = (field: Field, entered: Entry): void => {
  if (!field.isConnected) return;
  if (field instanceof HTMLSelectElement) {
    field.value = String(entered);
    return tell(field, 'change');
  }
  if (field.type === 'file') return tell(field, 'change');
  const [property, kind] =
    typeof entered === 'boolean' ? (['checked', 'click'] as const) : (['value', 'input'] as const);
  // React takes over a part of the page at the first event that it gets from there, and hears only of the next.
  if (!Object.hasOwn(field, property)) tell(field, kind);
  const caret = document.activeElement === field ? [field.selectionStart, field.selectionEnd] : [];
  enter(field, property, entered);
  tell(field, kind);
  const [from, to] = caret;
  if (typeof from === 'number' && typeof to === 'number') field.setSelectionRange(from, to);
};

/**
 * Tells React what people entered before it listened, which it would show and not know, or overwrite
 * (https://github.com/react/react/issues/12955); goes when React does so itself
 * (https://github.com/react/react/pull/33129, behind a flag).
 */
export const EarlyEntries = () => {
  useEffect(() => {
    const early = globalThis.quaysideEarlyEntries;
    early?.stop();
    for (const [field, entered] of early?.fields ?? []) replay(field, entered);
    early?.fields.clear();
  }, []);
  return null;
};
