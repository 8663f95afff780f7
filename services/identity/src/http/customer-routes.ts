import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  etagOf,
  identityApi,
  staffRole,
  type Customer as CustomerView,
  type CustomerRow,
} from '@quayside/contracts';
import { callerFacts, isOf, noContent, ok, type Api, type Principal } from '@quayside/http';
import type { SecurityLog } from '@quayside/runtime';
import { StaleVersion } from '../domain/errors.ts';
import type { CustomerChanges } from '../usecases/customer-changes.ts';
import type {
  Customer,
  CustomerFilter,
  Customers,
  ExportedCustomers,
  ListedCustomer,
} from '../usecases/customers.ts';
import type { Actor } from '../usecases/people.ts';
import { noteIdOf } from '../usecases/note-id.ts';
import { customerCsv } from './customer-csv.ts';
import type { createOrUnavailable } from './or-unavailable.ts';
import { actorOf } from './staff-routes.ts';

interface Dependencies {
  customers: Customers;
  /** That somebody took a copy of all is in the audit log. */
  exportAll: (filter: CustomerFilter, by: Actor) => Promise<ExportedCustomers>;
  changes: CustomerChanges;
  security: SecurityLog;
  orUnavailable: ReturnType<typeof createOrUnavailable>;
}

const rowOf = (customer: ListedCustomer): CustomerRow => {
  const { id, name, email, registeredAt, isDisabled, orders, spend, lastOrderAt } = customer;
  return {
    ...{ id, name, email, isDisabled, orders, spend },
    registeredAt: registeredAt.toISOString(),
    ...(lastOrderAt && { lastOrderAt: lastOrderAt.toISOString() }),
  };
};

const sessionsOf = ({ sessions }: Customer) =>
  sessions.map(({ begunAt, renewedAt, until }) => ({
    begunAt: begunAt.toISOString(),
    ...(renewedAt && { renewedAt: renewedAt.toISOString() }),
    until: until.toISOString(),
  }));

const notesOf = ({ notes }: Customer) =>
  notes.map(({ id, at, authorId, authorName, text }) => ({
    ...{ id, text, at: at.toISOString() },
    staff: { id: authorId, ...(authorName !== null && { name: authorName }) },
  }));

const viewOf = (customer: Customer): CustomerView => ({
  ...rowOf(customer),
  locale: customer.locale,
  roles: staffRole.options.filter((role) => customer.roles.includes(role)),
  sessions: sessionsOf(customer),
  notes: notesOf(customer),
  version: customer.version,
});

/** Customers as those see them who help them, and what may be done with their accounts. */
export const serveCustomers = (
  api: Api,
  { customers, exportAll, changes, security, orUnavailable }: Dependencies,
): void => {
  const answer = (customer: Customer) => ok(viewOf(customer), { etag: etagOf(customer.version) });
  const read = (id: string, principal: Principal) =>
    orUnavailable(customers.read(id, actorOf(principal), 'viewed'));
  /** What is there now comes with the refusal of what was wanted of something older. */
  const orStale = async <T>(id: string, principal: Principal, change: Promise<T>): Promise<T> => {
    try {
      return await orUnavailable(change);
    } catch (error) {
      if (error instanceof StaleVersion) throw new StaleVersion(viewOf(await read(id, principal)));
      throw error;
    }
  };

  api.serve(identityApi, {
    listCustomers: async ({ query }) => {
      const { items, ...found } = await orUnavailable(customers.list(query));
      return ok({ items: items.map(rowOf), page: query.page, pageSize: query.pageSize, ...found });
    },
    exportCustomers: async ({ query, principal, req, res, signal }) => {
      const found = await orUnavailable(exportAll(query, actorOf(principal)));
      security.note('sensitive_read', { ...callerFacts(req), reason: 'customers-export' });
      res.writeHead(200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="quayside-customers.csv"',
        'cache-control': 'no-store',
      });
      await pipeline(Readable.from(customerCsv(found)), res, { signal }).catch((error: unknown) => {
        // Whoever has gone away has no use for the rest.
        if (!signal.aborted) throw error;
      });
      return undefined;
    },
    findCustomer: async ({ params: { id }, principal }) => answer(await read(id, principal)),
    addCustomerNote: async ({ params: { id }, headers, body, principal }) => {
      const note = { id: noteIdOf(id, headers['idempotency-key']), ...body };
      return answer(await orUnavailable(customers.addNote(id, actorOf(principal), note)));
    },
    signOutCustomer: async ({ params: { id }, principal, req }) => {
      const isAdmin = isOf('admin', principal);
      await orUnavailable(changes.signOut({ id, by: actorOf(principal), isAdmin }));
      security.note('session_expired', { ...callerFacts(req), onUserId: id, reason: 'ended-by-staff' });
      return noContent();
    },
    setCustomerState: async ({ params: { id }, headers, body, principal, req }) => {
      const asked = { id, by: actorOf(principal), expectedVersion: headers['if-match'], ...body };
      await orStale(id, principal, changes.setState(asked));
      const [event, reason] = body.isDisabled
        ? (['user_archived', 'disabled'] as const)
        : (['user_updated', 'enabled'] as const);
      security.note(event, { ...callerFacts(req), onUserId: id, reason });
      return answer(await read(id, principal));
    },
    deleteCustomer: async ({ params: { id }, headers, principal, req }) => {
      const asked = { id, by: actorOf(principal), expectedVersion: headers['if-match'] };
      await orStale(id, principal, changes.remove(asked));
      security.note('user_deleted', { ...callerFacts(req), onUserId: id, reason: 'by-staff' });
      return noContent();
    },
    exportCustomer: async ({ params: { id }, principal, req }) => {
      const customer = await orUnavailable(customers.read(id, actorOf(principal), 'exported'));
      security.note('sensitive_read', { ...callerFacts(req), onUserId: id, reason: 'customer-export' });
      const { name, email, locale, roles, registeredAt } = customer;
      return ok(
        {
          account: {
            ...{ id, name, email, locale, roles: [...roles], registeredAt: registeredAt.toISOString() },
            notes: notesOf(customer).map(({ at, text }) => ({ at, text })),
          },
          sessions: sessionsOf(customer),
        },
        { 'cache-control': 'no-store' },
      );
    },
  });
};
