'use client';

import { useEffect } from 'react';
import { mark, type Entry, type Field } from './note-early-entries.ts';

const kinds = ['input', 'change'];
/** What a part of the page is made of may still be under way. */
const againAfterMs = 50;
const triesAtMost = 600;

const tell = (field: Field, kind: string): void => {
  field.dispatchEvent(new Event(kind, { bubbles: true }));
};

/** React hears of a field what its own property was not set to: it is shown another value, and then the entered one. */
const enter = (field: Field, property: 'value' | 'checked', entered: Entry): void => {
  const set = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), property)?.set;
  const other = typeof entered === 'boolean' ? !entered : entered === '' ? ' ' : '';
  Object.assign(field, { [property]: other });
  set?.call(field, entered);
};

const isTakenOver = (field: Field): boolean => Object.keys(field).some((name) => name.startsWith(mark));

/** @returns whether React knows of it now, or nobody needs to */
const replay = (field: Field, entered: Entry): boolean => {
  if (!field.isConnected) return true;
  const isToggle = typeof entered === 'boolean';
  const kind = isToggle
    ? 'click'
    : field instanceof HTMLSelectElement || field.type === 'file'
      ? 'change'
      : 'input';
  // React takes over a part of the page at the first event that it gets from there; a field that holds already what was
  // entered is then told of once more.
  if (!isTakenOver(field)) tell(field, kind);
  if (!isTakenOver(field)) return false;
  if (kind === 'change') {
    if (field instanceof HTMLSelectElement) field.value = String(entered);
    tell(field, kind);
    return true;
  }
  const [from, to] =
    document.activeElement === field && 'selectionStart' in field
      ? [field.selectionStart, field.selectionEnd]
      : [];
  enter(field, isToggle ? 'checked' : 'value', entered);
  tell(field, kind);
  if (typeof from === 'number' && typeof to === 'number' && 'setSelectionRange' in field)
    field.setSelectionRange(from, to);
  return true;
};

/**
 * Tells React what people entered before it listened, or in a part of the page that it had not taken over, which it would
 * show and not know, or overwrite (https://github.com/react/react/issues/12955); goes when React does so itself
 * (https://github.com/react/react/pull/33129, behind a flag).
 */
export const EarlyEntries = () => {
  useEffect(() => {
    const early = globalThis.quaysideEarlyEntries;
    if (!early) return;
    const { fields } = early;
    let isReplaying = false;
    let tries = 0;
    let next: ReturnType<typeof setTimeout> | undefined;
    const replayAll = (): void => {
      if (isReplaying) return;
      clearTimeout(next);
      isReplaying = true;
      const left = [...fields].filter(([field, entered]) => !replay(field, entered));
      isReplaying = false;
      // What was told just now was noted again.
      fields.clear();
      for (const [field, entered] of left) fields.set(field, entered);
      tries = left.length > 0 ? tries + 1 : 0;
      if (left.length > 0 && tries < triesAtMost) next = setTimeout(replayAll, againAfterMs);
    };
    replayAll();
    early.isHeard = true;
    // The window hears of each after the document, where React listens and takes over the part of the page it is in.
    for (const kind of kinds) addEventListener(kind, replayAll);
    return () => {
      clearTimeout(next);
      for (const kind of kinds) removeEventListener(kind, replayAll);
    };
  }, []);
  return null;
};
