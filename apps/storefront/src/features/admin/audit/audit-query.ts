import type { AskedParams } from '../table/table-query.ts';

/** What of the audit log stands in the address. */
export interface AuditAsked {
  /** All logs where it is not said. */
  readonly show?: string | undefined;
  readonly event?: string | undefined;
  readonly address?: string | undefined;
  readonly entity?: string | undefined;
  readonly entityId?: string | undefined;
  readonly action?: string | undefined;
  readonly actor?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly before?: string | undefined;
}

const forms: Readonly<Record<keyof AuditAsked, RegExp>> = {
  show: /^(changes|security)$/,
  event: /^[a-z]+(_[a-z]+)*$/,
  address: /^[\d.a-fA-F:/]{2,64}$/,
  entity: /^[a-z]+(-[a-z]+)*$/,
  entityId: /^[\w-]{1,64}$/,
  action: /^[a-z]+(-[a-z]+)*$/,
  actor: /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/,
  from: /^\d{4}-\d{2}-\d{2}$/,
  to: /^\d{4}-\d{2}-\d{2}$/,
  before: /^([1-9]\d{0,14})?(\.([1-9]\d{0,14})?){1,5}$/,
};

const isDay = (day: string): boolean => !Number.isNaN(Date.parse(day));

/** The filters that an address asks for; what has not the right form counts as not said. */
export const askedOf = (asked: AskedParams): AuditAsked =>
  Object.fromEntries(
    Object.entries(forms).flatMap(([name, form]) => {
      const value = asked[name];
      const isGood =
        typeof value === 'string' && form.test(value) && ((name !== 'from' && name !== 'to') || isDay(value));
      return isGood ? [[name, value]] : [];
    }),
  );

const dayMs = 86_400_000;

const periodOf = ({ from, to }: AuditAsked) => ({
  ...(from && { from: `${from}T00:00:00Z` }),
  ...(to && { to: new Date(Date.parse(to) + dayMs).toISOString() }),
});

/** The same as the services take it: days of UTC, the last one included. */
export const auditFilter = ({ entity, entityId, action, actor, ...asked }: AuditAsked) => ({
  ...(entity && { entity }),
  ...(entityId && { entityId }),
  ...(action && { action }),
  ...(actor && { actor }),
  ...periodOf(asked),
});

/** What of it the security log takes: an account is found as who did it, and as whom it was done to. */
export const securityFilter = ({ event, address, actor, ...asked }: AuditAsked) => ({
  ...(event && { event }),
  ...(address && { address }),
  ...(actor && { account: actor }),
  ...periodOf(asked),
});

export const auditHref = (asked: AuditAsked): string => {
  const given = Object.entries(asked).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  const text = new URLSearchParams(given).toString();
  return text === '' ? '/admin/audit' : `/admin/audit?${text}`;
};
