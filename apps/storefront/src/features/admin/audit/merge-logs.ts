import type { AuditEntry, AuditPage } from '@quayside/contracts';

export const logs = ['catalog', 'ordering', 'identity'] as const;
export type Log = (typeof logs)[number];

/** Where the reading of each log goes on; the logs of several services count for themselves. */
export type AuditCursor = Readonly<Partial<Record<Log, number>>>;

/** The cursor that an address has: a number of each log in turn, or nothing, as in `12..7`. */
export const cursorOf = (text = ''): AuditCursor => {
  const numbers = text.split('.');
  return Object.fromEntries(
    logs.flatMap((log, at) => (numbers[at] ? [[log, Number(numbers[at])] as const] : [])),
  );
};

const ofOthers: Readonly<Record<string, Log>> = { order: 'ordering', user: 'identity', customer: 'identity' };

/** The log that a kind of thing is in: that of the service which owns it. */
export const logOf = (entity: string): Log => ofOthers[entity] ?? 'catalog';

type Entry = AuditEntry & { readonly log: Log };

/** The newest of all logs, and where what is older begins. */
export const mergeLogs = (
  pages: Readonly<Partial<Record<Log, AuditPage>>>,
  { pageSize, before }: { pageSize: number; before: AuditCursor },
): { items: Entry[]; next?: string } => {
  const entries = (Object.entries(pages) as [Log, AuditPage][]).flatMap(([log, { items }]) =>
    items.map((entry): Entry => ({ ...entry, log })),
  );
  const items = entries.toSorted((a, b) => b.at.localeCompare(a.at) || b.id - a.id).slice(0, pageSize);
  const isMore = entries.length > items.length || Object.values(pages).some(({ next }) => next !== undefined);
  const lastOf = (log: Log) => items.findLast((entry) => entry.log === log)?.id ?? before[log] ?? '';
  return { items, ...(isMore && { next: logs.map(lastOf).join('.') }) };
};
