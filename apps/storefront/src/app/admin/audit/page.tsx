import type { Metadata } from 'next';
import type { Role } from '@quayside/contracts';
import { readAudit, readIdentityAudit, readOrderingAudit } from '../../../api/server/audit.ts';
import { orThrow } from '../../../api/server/or-throw.ts';
import { requireStaff } from '../../../api/server/session.ts';
import { AdminHeading } from '../../../features/admin/admin-heading.tsx';
import { AuditFilter } from '../../../features/admin/audit/audit-filter.tsx';
import { AuditList } from '../../../features/admin/audit/audit-list.tsx';
import {
  askedOf,
  auditFilter,
  auditHref,
  type AuditAsked,
} from '../../../features/admin/audit/audit-query.ts';
import { cursorOf, logOf, logs, mergeLogs, type Log } from '../../../features/admin/audit/merge-logs.ts';
import type { AskedParams } from '../../../features/admin/table/table-query.ts';
import { AppLink } from '../../../ui/app-link.tsx';
import { button } from '../../../ui/button.ts';

export const metadata: Metadata = { title: 'Audit log' };

const pageSize = 30;
const readers = { catalog: readAudit, ordering: readOrderingAudit, identity: readIdentityAudit };

/** Whoever keeps the catalog reads what was done to it, and nothing of people. */
const logsFor = (roles: readonly Role[]): readonly Log[] => (roles.includes('admin') ? logs : ['catalog']);

/** The logs of the services as one. */
const readLogs = async (asked: AuditAsked, readable: readonly Log[]) => {
  const before = cursorOf(asked.before);
  const wanted = readable.filter((log) => asked.entity === undefined || log === logOf(asked.entity));
  const pages = await Promise.all(
    wanted.map(async (log) => {
      const query = { ...auditFilter(asked), pageSize, before: before[log] };
      return [log, orThrow(await readers[log](query))] as const;
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
        about="Who changed what, the newest first. Nothing here can be changed."
      />
      <AuditFilter asked={asked} logs={readable} />
      <AuditList entries={found.items} asked={asked} />
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
