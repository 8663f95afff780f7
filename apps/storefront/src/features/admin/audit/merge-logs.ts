import type { AuditEntry, AuditPage, SecurityEntry, SecurityPage } from '@quayside/contracts';

export const logs = ['catalog', 'ordering', 'identity', 'security', 'marketing', 'basket'] as const;
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

const ofOthers: Readonly<Record<string, Log>> = {
  order: 'ordering',
  orders: 'ordering',
  'sales-settings': 'ordering',
  'draft-order': 'basket',
  user: 'identity',
  customer: 'identity',
  customers: 'identity',
  'security-log': 'identity',
  view: 'identity',
  'dead-letter': 'identity',
  'api-key': 'identity',
  campaign: 'marketing',
  mail: 'marketing',
};

/** The log that a kind of thing is in: that of the service which owns it. */
export const logOf = (entity: string): Log => ofOthers[entity] ?? 'catalog';

export type LogEntry =
  (AuditEntry & { readonly log: Exclude<Log, 'security'> }) | (SecurityEntry & { readonly log: 'security' });

/** A page of each log, the newest first. */
export interface LogPages extends Partial<Record<Exclude<Log, 'security'>, AuditPage>> {
  readonly security?: SecurityPage;
}

/**
 * The newest of all logs, and where what is older begins. Each log keeps its own order, whatever its times say: where
 * the next page goes on is counted by that.
 */
export const mergeLogs = (
  pages: LogPages,
  { pageSize, before }: { pageSize: number; before: AuditCursor },
): { items: LogEntry[]; next?: string } => {
  const waiting = logs.map((log) =>
    (pages[log]?.items ?? []).map((entry) => ({ ...entry, log }) as LogEntry),
  );
  const items: LogEntry[] = [];
  while (items.length < pageSize) {
    const heads = waiting.filter((log) => log.length > 0);
    const newest = heads.toSorted((a, b) => (b[0]?.at ?? '').localeCompare(a[0]?.at ?? ''))[0]?.shift();
    if (!newest) break;
    items.push(newest);
  }
  const isMore =
    waiting.some((log) => log.length > 0) || Object.values(pages).some(({ next }) => next !== undefined);
  const goesOnAt = (log: Log, at: number) => {
    const isShownWhole = waiting[at]?.length === 0;
    // A log may have looked through a part of itself and found nothing.
    const behind = isShownWhole ? pages[log]?.next : undefined;
    return behind ?? items.findLast((entry) => entry.log === log)?.id ?? before[log] ?? '';
  };
  return { items, ...(isMore && { next: logs.map(goesOnAt).join('.') }) };
};
