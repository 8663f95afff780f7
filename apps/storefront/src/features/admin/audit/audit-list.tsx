import type { AuditEntry } from '@quayside/contracts';
import { AppLink } from '../../../ui/app-link.tsx';
import { LocalTime } from '../../../ui/local-time.tsx';
import { SignalFlag } from '../../../ui/signal-flag.tsx';
import { auditHref, type AuditAsked } from './audit-query.ts';
import { FieldChanges } from './field-changes.tsx';
import type { LogEntry } from './merge-logs.ts';
import { pageOfEntity } from './page-of-entity.ts';
import { SecurityItem } from './security-item.tsx';

const link = 'font-semibold underline decoration-rule-strong underline-offset-4 hover:decoration-ink';

/** Actions that would fly the flag of another. */
const flagOf: Readonly<Record<string, string>> = { created: 'K', merged: 'Y' };

/** Entries along a line, as in a ship's log. */
export const AuditList = ({
  entries,
  asked = {},
  isMore = false,
}: {
  entries: readonly (AuditEntry | LogEntry)[];
  asked?: AuditAsked;
  /** Whether there are older entries, which were not looked through yet. */
  isMore?: boolean;
}) =>
  entries.length === 0 ? (
    <p className="border-y border-ink bg-sheet py-12 text-center font-serif text-2xl">
      {isMore ? 'Nothing fits so far; older entries may' : 'Nothing in the log fits'}
    </p>
  ) : (
    <ol className="border-y border-ink">
      {entries.map((entry) =>
        'event' in entry ? (
          <SecurityItem key={`security-${entry.id}`} entry={entry} />
        ) : (
          <Entry key={`${entry.entity}-${entry.id}`} entry={entry} asked={asked} />
        ),
      )}
    </ol>
  );

const Entry = ({ entry, asked }: { entry: AuditEntry; asked: AuditAsked }) => {
  const { actor, action, entity, entityId } = entry;
  const page = action === 'deleted' ? undefined : pageOfEntity(entity, entityId);
  const what = `${entity} ${entityId}`;
  return (
    <li
      data-testid={`entry-${entity}-${entityId}`}
      className="grid gap-x-6 gap-y-2 border-b border-rule py-4 last:border-0 lg:grid-cols-[15rem_minmax(0,1fr)]"
    >
      <div className="flex gap-3">
        <SignalFlag of={flagOf[action] ?? action} className="mt-0.5 h-6 w-6" />
        <p className="min-w-0 text-sm leading-snug">
          <AppLink href={auditHref({ ...asked, before: undefined, actor: actor.id })} className={link}>
            {actor.name ?? 'Somebody whose account is gone'}
          </AppLink>
          <span className="block">
            {action}{' '}
            {page ? (
              <AppLink href={page} className={link}>
                {what}
              </AppLink>
            ) : (
              <strong>{what}</strong>
            )}
          </span>
          <span className="figures block text-ink-faint">
            <LocalTime at={entry.at} />
          </span>
        </p>
      </div>
      <FieldChanges before={entry.before} after={entry.after} />
    </li>
  );
};
