import type { Metadata } from 'next';
import type { Role } from '@quayside/contracts';
import {
  readAudit,
  readBasketAudit,
  readIdentityAudit,
  readMarketingAudit,
  readOrderingAudit,
  readSecurityLog,
} from '../../../api/server/audit.ts';
import { orThrow } from '../../../api/server/or-throw.ts';
import { requireStaff } from '../../../api/server/session.ts';
import { AdminHeading } from '../../../features/admin/admin-heading.tsx';
import { AuditFilter } from '../../../features/admin/audit/audit-filter.tsx';
import { AuditList } from '../../../features/admin/audit/audit-list.tsx';
import {
  askedOf,
  auditFilter,
  auditHref,
  securityFilter,
  type AuditAsked,
} from '../../../features/admin/audit/audit-query.ts';
import { cursorOf, logOf, logs, mergeLogs, type Log } from '../../../features/admin/audit/merge-logs.ts';
import { SecurityExport } from '../../../features/admin/audit/security-export.tsx';
import type { AskedParams } from '../../../features/admin/table/table-query.ts';
import { AppLink } from '../../../ui/app-link.tsx';
import { button } from '../../../ui/button.ts';

export const metadata: Metadata = { title: 'Audit log' };

const pageSize = 30;
const readers = {
  catalog: readAudit,
  ordering: readOrderingAudit,
  identity: readIdentityAudit,
  marketing: readMarketingAudit,
  basket: readBasketAudit,
};

/** Whoever keeps catalog and campaigns reads what was done to them, and nothing of people. */
const logsFor = (roles: readonly Role[]): readonly Log[] =>
  roles.includes('admin') ? logs : ['catalog', 'marketing'];

/** What is asked by a thing or an action is a change; what is asked by an event or an address is not. */
const isWantedBy =
  ({ show, entity, action, entityId, event, address }: AuditAsked) =>
  (log: Log): boolean => {
    if (log === 'security') return show === 'security' || (!show && !entity && !action && !entityId);
    if (show === 'security' || event || address) return false;
    return entity === undefined || log === logOf(entity);
  };

/** The logs of the services as one. */
const readLogs = async (asked: AuditAsked, readable: readonly Log[]) => {
  const before = cursorOf(asked.before);
  const pages = await Promise.all(
    readable.filter(isWantedBy(asked)).map(async (log) => {
      const from = { pageSize, before: before[log] };
      const found =
        log === 'security'
          ? orThrow(await readSecurityLog({ ...securityFilter(asked), ...from }))
          : orThrow(await readers[log]({ ...auditFilter(asked), ...from }));
      return [log, found] as const;
    }),
  );
  return mergeLogs(Object.fromEntries(pages), { pageSize, before });
};

const AuditPage = async ({ searchParams }: { searchParams: Promise<AskedParams> }) => {
  const asked = askedOf(await searchParams);
  const readable = logsFor((await requireStaff('/admin/audit')).roles);
  const found = await readLogs(asked, readable);
  return (
    <>
      <AdminHeading
        flag="A"
        title="Audit log"
        about="Who changed what, who signed in and who was refused, the newest first. Nothing here can be changed."
      >
        {asked.show === 'security' && readable.includes('security') && <SecurityExport asked={asked} />}
      </AdminHeading>
      <AuditFilter asked={asked} logs={readable} />
      <AuditList entries={found.items} asked={asked} isMore={found.next !== undefined} />
      <nav aria-label="Pages" className="mt-6 flex justify-between gap-4">
        {asked.before ? (
          <AppLink href={auditHref({ ...asked, before: undefined })} className={button('quiet')}>
            Back to the newest
          </AppLink>
        ) : (
          <span />
        )}
        {found.next && (
          <AppLink href={auditHref({ ...asked, before: found.next })} className={button('quiet')}>
            Older entries
          </AppLink>
        )}
      </nav>
    </>
  );
};

export default AuditPage;
