import type { AuditEntry } from '@quayside/contracts';
import { AppLink } from '../../../ui/app-link.tsx';
import { AuditList } from './audit-list.tsx';

/** The last changes of one thing, below its form. */
export const AuditTrail = ({
  entries,
  href,
  title = 'Last changes',
}: {
  entries: readonly AuditEntry[];
  href: string;
  title?: string;
}) =>
  entries.length === 0 ? null : (
    <section aria-labelledby="trail" className="mt-14">
      <div className="mb-3 flex items-baseline justify-between gap-4">
        <h2 id="trail" className="text-2xl">
          {title}
        </h2>
        <AppLink
          href={href}
          className="text-sm underline decoration-rule-strong underline-offset-4 hover:decoration-ink"
        >
          All in the audit log
        </AppLink>
      </div>
      <AuditList entries={entries} />
    </section>
  );
