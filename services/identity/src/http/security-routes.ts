import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { identityApi } from '@quayside/contracts';
import { callerFacts, csvLine, isOf, noContent, ok, type Api } from '@quayside/http';
import type { SecurityLog, SecurityRecord } from '@quayside/runtime';
import { StaffAccount } from '../domain/errors.ts';
import { isOnStaff } from '../domain/user.ts';
import type { Actor, People } from '../usecases/people.ts';
import type { SecurityEntries, SecurityEntry, SecurityFilter } from '../usecases/security-entries.ts';
import type { createOrUnavailable } from './or-unavailable.ts';
import { toldToOwner } from './own-security.ts';
import { actorOf } from './staff-routes.ts';

interface Dependencies {
  entries: SecurityEntries;
  people: Pick<People, 'find'>;
  /** That somebody took a copy of the log is in the audit log. */
  recordExport: (by: Actor, filter: SecurityFilter) => Promise<void>;
  security: SecurityLog;
  orUnavailable: ReturnType<typeof createOrUnavailable>;
}

const exportedAtMost = 50_000;
const exportedAtOnce = 1_000;

const head = [
  ...['time', 'until', 'times', 'service', 'event', 'reason', 'account', 'on account', 'address', 'session'],
  ...['user agent', 'method', 'path', 'detail'],
];

const lineOf = (entry: SecurityEntry): string => {
  const { at, until = '', times, service, event, reason = '', who, on, address = '', session = '' } = entry;
  const { userAgent = '', method = '', path = '', detail } = entry;
  return csvLine([
    ...[at, until, times, service, event, reason, who?.id ?? '', on?.id ?? '', address, session],
    ...[userAgent, method, path, detail ? JSON.stringify(detail) : ''],
  ]);
};

/** By the mark at the beginning spreadsheets know that it is UTF-8. */
async function* csvOf(
  first: readonly SecurityEntry[],
  read: (before: number) => Promise<readonly SecurityEntry[]>,
): AsyncGenerator<string> {
  yield `\u{FEFF}${csvLine(head)}`;
  let found = first;
  for (let told = 0; ;) {
    yield found.map(lineOf).join('');
    told += found.length;
    const last = found.at(-1);
    if (!last || found.length < exportedAtOnce || told >= exportedAtMost) return;
    found = await read(last.id);
  }
}

/** The security log, for those who watch over the shop, and of one account for those who help its owner. */
export const serveSecurity = (api: Api, dependencies: Dependencies): void => {
  const { entries, people, recordExport, security, orUnavailable } = dependencies;

  const find = async (filter: SecurityFilter, pageSize: number) => {
    const found = await orUnavailable(entries.read(filter, pageSize + 1));
    const items = found.slice(0, pageSize);
    const last = items.at(-1);
    return { items, ...(found.length > pageSize && last && { next: last.id }) };
  };
  const page = async (filter: SecurityFilter, pageSize: number) => ok(await find(filter, pageSize));

  api.serve(identityApi, {
    readSecurityLog: ({ query: { pageSize, ...filter } }) => page(filter, pageSize),
    readCustomerSecurity: async ({ params: { id }, query: { before, pageSize }, principal }) => {
      const person = await orUnavailable(people.find(id));
      if (isOnStaff(person) && !isOf('admin', principal)) throw new StaffAccount();
      return page({ account: id, before }, pageSize);
    },
    readOwnSecurity: async ({ params: { id }, query: { before, pageSize } }) => {
      const { items, ...more } = await find({ account: id, before }, pageSize);
      return ok({ items: items.map(toldToOwner(id)), ...more });
    },
    exportSecurityLog: async ({ query, principal, req, res, signal }) => {
      await orUnavailable(recordExport(actorOf(principal), query));
      security.note('sensitive_read', { ...callerFacts(req), reason: 'security-log-export' });
      const first = await orUnavailable(entries.read(query, exportedAtOnce));
      res.writeHead(200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="quayside-security-log.csv"',
        'cache-control': 'no-store',
      });
      const lines = csvOf(first, (before) => entries.read({ ...query, before }, exportedAtOnce));
      await pipeline(Readable.from(lines), res, { signal }).catch((error: unknown) => {
        // Whoever has gone away has no use for the rest.
        if (!signal.aborted) throw error;
      });
      return undefined;
    },
    noteSecurity: async ({ body }) => {
      await orUnavailable(entries.append('gateway', body.records as SecurityRecord[]));
      return noContent();
    },
  });
};
