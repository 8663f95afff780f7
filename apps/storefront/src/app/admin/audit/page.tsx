import type { Metadata } from 'next';
import { readAudit, readOrderingAudit } from '../../../api/server/audit.ts';
import { orThrow } from '../../../api/server/or-throw.ts';
import { AdminHeading } from '../../../features/admin/admin-heading.tsx';
import { AuditFilter } from '../../../features/admin/audit/audit-filter.tsx';
import { AuditList } from '../../../features/admin/audit/audit-list.tsx';
import {
  askedOf,
  auditFilter,
  auditHref,
  type AuditAsked,
} from '../../../features/admin/audit/audit-query.ts';
import { cursorOf, mergeLogs } from '../../../features/admin/audit/merge-logs.ts';
import type { AskedParams } from '../../../features/admin/table/table-query.ts';
import { AppLink } from '../../../ui/app-link.tsx';
import { button } from '../../../ui/button.ts';

export const metadata: Metadata = { title: 'Audit log' };

const pageSize = 30;

/** The logs of both services as one; a thing is in the log of the service that owns it. */
const readBoth = async (asked: AuditAsked) => {
  const before = cursorOf(asked.before);
  const query = { ...auditFilter(asked), pageSize };
  const isOfOrders = asked.entity === 'order';
  const [catalog, ordering] = await Promise.all([
    isOfOrders ? undefined : readAudit({ ...query, before: before.catalog }),
    asked.entity && !isOfOrders ? undefined : readOrderingAudit({ ...query, before: before.ordering }),
  ]);
  const pages = {
    ...(catalog && { catalog: orThrow(catalog) }),
    ...(ordering && { ordering: orThrow(ordering) }),
  };
  return mergeLogs(pages, { pageSize, before });
};

const AuditPage = async ({ searchParams }: { searchParams: Promise<AskedParams> }) => {
  const asked = askedOf(await searchParams);
  const found = await readBoth(asked);
  return (
    <>
      <AdminHeading
        flag="A"
        title="Audit log"
        about="Who changed what, the newest first. Nothing here can be changed."
      />
      <AuditFilter asked={asked} />
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
