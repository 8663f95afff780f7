'use client';

import { useRouter } from 'next/navigation';
import type { FormEvent } from 'react';
import { AppLink } from '../../../ui/app-link.tsx';
import { button } from '../../../ui/button.ts';
import { inputLook } from '../../../ui/field.tsx';
import { askedOf, auditHref, type AuditAsked } from './audit-query.ts';
import { logOf, type Log } from './merge-logs.ts';
import { SecurityFields } from './security-filter.tsx';

const things = [
  'order',
  'orders',
  'draft-order',
  'sales-settings',
  'mail',
  'product',
  'brand',
  'category',
  'item',
  'stock',
  'stock-take',
  'synonyms',
  'word',
  'campaign',
  'question',
  'review',
  'import',
  'import-mapping',
  'job',
  'customer',
  'customers',
  'user',
  'security-log',
  'view',
  'dead-letter',
  'api-key',
];

const actions: Readonly<Partial<Record<Log, readonly string[]>>> = {
  catalog: [
    'created',
    'changed',
    'moved',
    'merged',
    'deleted',
    'adjusted',
    'counted',
    'booked',
    'uploaded',
    'started',
    'repeated',
    'published',
    'refused',
    'answer-published',
    'answer-refused',
  ],
  ordering: ['exported', 'changed'],
  basket: ['sent', 'withdrawn'],
  marketing: ['ended', 'resent'],
  identity: [
    'viewed',
    'exported',
    'noted',
    'signed-out',
    'disabled',
    'enabled',
    'roles-given',
    'redriven',
    'discarded',
    'revoked',
  ],
};

const menusFor = (readable: readonly Log[]) =>
  [
    { name: 'entity', label: 'Thing', choices: things.filter((thing) => readable.includes(logOf(thing))) },
    { name: 'action', label: 'Action', choices: readable.flatMap((log) => actions[log] ?? []) },
  ] as const;

const days = [
  { name: 'from', label: 'From' },
  { name: 'to', label: 'To' },
] as const;

export const AuditFilter = ({ asked, logs }: { asked: AuditAsked; logs: readonly Log[] }) => {
  const router = useRouter();
  const go = (form: HTMLFormElement) => {
    const data = Object.fromEntries(new FormData(form));
    const texts = Object.entries(data).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    );
    router.push(auditHref(askedOf(Object.fromEntries(texts))), { scroll: false });
  };
  const onChange = ({ currentTarget, target }: FormEvent<HTMLFormElement>) => {
    if (target instanceof HTMLSelectElement) go(currentTarget);
  };
  return (
    <form
      key={auditHref(asked)}
      role="search"
      aria-label="Audit log"
      action="/admin/audit"
      onChange={onChange}
      onSubmit={(event) => {
        event.preventDefault();
        go(event.currentTarget);
      }}
      className="mb-5 flex flex-wrap items-end gap-3"
    >
      {asked.actor && <input type="hidden" name="actor" value={asked.actor} />}
      {asked.entityId && <input type="hidden" name="entityId" value={asked.entityId} />}
      {logs.includes('security') && (
        <label className="text-sm max-sm:w-full">
          <span className="mb-1 block font-semibold">Show</span>
          <select
            name="show"
            defaultValue={asked.show ?? ''}
            className="menu-arrow min-h-11 w-full rounded-sm border border-rule-strong pl-3 hover:border-ink"
          >
            <option value="">Everything</option>
            <option value="changes">Changes by staff</option>
            <option value="security">Sign-ins and security</option>
          </select>
        </label>
      )}
      {asked.show === 'security' && <SecurityFields asked={asked} />}
      {(asked.show === 'security' ? [] : menusFor(logs)).map(({ name, label, choices }) => (
        <label key={name} className="text-sm max-sm:flex-1">
          <span className="mb-1 block font-semibold">{label}</span>
          <select
            name={name}
            defaultValue={asked[name] ?? ''}
            className="menu-arrow min-h-11 w-full rounded-sm border border-rule-strong pl-3 hover:border-ink"
          >
            <option value="">All</option>
            {choices.map((choice) => (
              <option key={choice}>{choice}</option>
            ))}
          </select>
        </label>
      ))}
      {days.map(({ name, label }) => (
        <label key={name} className="text-sm max-sm:flex-1">
          <span className="mb-1 block font-semibold">{label}</span>
          <input
            type="date"
            name={name}
            defaultValue={asked[name] ?? ''}
            className={`${inputLook} figures min-w-36`}
          />
        </label>
      ))}
      <button className={button('quiet')}>Show</button>
      {auditHref(asked) !== '/admin/audit' && (
        <AppLink href="/admin/audit" className={button('bare', 'px-2')}>
          Show all
        </AppLink>
      )}
    </form>
  );
};
