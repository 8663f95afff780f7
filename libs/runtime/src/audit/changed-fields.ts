import { isDeepStrictEqual } from 'node:util';
import type { AuditChange } from './audit-entry.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A change with the fields that differ only, or undefined where none does. What is new or gone is told whole. */
export const changedFields = (change: AuditChange): AuditChange | undefined => {
  if (!change.before || !change.after) return change;
  const before: Fields = { ...change.before };
  const after: Fields = { ...change.after };
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => !isDeepStrictEqual(before[name], after[name]),
  );
  if (names.length === 0) return undefined;
  const only = (fields: Fields) =>
    Object.fromEntries(names.filter((name) => name in fields).map((name) => [name, fields[name]]));
  return { ...change, before: only(before), after: only(after) };
};
