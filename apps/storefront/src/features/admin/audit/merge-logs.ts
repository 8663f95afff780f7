import type { AuditEntry, AuditPage } from '@quayside/contracts';

/** Where the reading of each log goes on; the logs of two services count for themselves. */
export interface AuditCursor {
  readonly catalog?: number | undefined;
  readonly ordering?: number | undefined;
}

const form = /^([1-9]\d{0,14})?\.([1-9]\d{0,14})?$/;

/** The cursor that an address has: `12.`, `.7` or `12.7`. */
export const cursorOf = (text: string | undefined): AuditCursor => {
  const [, catalog, ordering] = form.exec(text ?? '') ?? [];
  return {
    ...(catalog !== undefined && { catalog: Number(catalog) }),
    ...(ordering !== undefined && { ordering: Number(ordering) }),
  };
};

type Log = 'catalog' | 'ordering';
type Entry = AuditEntry & { readonly log: Log };

/** The newest of both logs, and where what is older begins. */
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
  return { items, ...(isMore && { next: `${lastOf('catalog')}.${lastOf('ordering')}` }) };
};
