import type { SecurityEntry } from '@quayside/contracts';
import { AppLink } from '../../../ui/app-link.tsx';
import { LocalTime } from '../../../ui/local-time.tsx';
import { SignalFlag } from '../../../ui/signal-flag.tsx';
import { auditHref } from './audit-query.ts';
import { eventFlag, eventWord, reasonWord, tracesOf, whereOf } from './security-words.ts';

const link = 'font-semibold underline decoration-rule-strong underline-offset-4 hover:decoration-ink';

interface AccountProps {
  of: SecurityEntry['who'];
  /** For whom the whole log is. */
  leadsOn: boolean;
}

/** Whose entry it is; where somebody unknown did it, the one whose account it was done to. */
const Account = ({ of: somebody, leadsOn }: AccountProps) => {
  if (!somebody) return <strong>Somebody unknown</strong>;
  const { id, name = 'Somebody whose account is gone' } = somebody;
  if (id.startsWith('guest:')) return <strong>A guest</strong>;
  if (!leadsOn) return <strong>{name}</strong>;
  return (
    <AppLink href={auditHref({ show: 'security', actor: id })} className={link}>
      {name}
    </AppLink>
  );
};

/** What happened, to whom, and from where. */
export const SecurityItem = ({ entry, leadsOn = true }: { entry: SecurityEntry; leadsOn?: boolean }) => {
  const { event, reason, who, on, times, at, until } = entry;
  const [where, traces] = [whereOf(entry), tracesOf(entry)];
  return (
    <li
      data-testid={`security-${event}`}
      className="flex flex-wrap gap-x-6 gap-y-1 border-b border-rule py-4 last:border-0"
    >
      <div className="flex min-w-0 grow-0 basis-60 gap-3">
        <SignalFlag of={eventFlag(event)} className="mt-0.5 h-6 w-6" />
        <p className="min-w-0 text-sm leading-snug">
          <Account of={who ?? on} leadsOn={leadsOn} />
          <span className="figures block text-ink-faint">
            <LocalTime at={until ?? at} />
          </span>
        </p>
      </div>
      <p className="min-w-0 grow basis-60 leading-snug wrap-anywhere max-sm:pl-9">
        <span className="font-medium">{eventWord(event)}</span>
        {times > 1 && <strong className="figures"> × {times.toLocaleString('en')}</strong>}
        {reason && <>, {reasonWord(reason)}</>}
        {who && on && on.id !== who.id && (
          <>
            {': '}
            <Account of={on} leadsOn={leadsOn} />
          </>
        )}
        {where && <span className="block text-sm text-ink-soft">{where}</span>}
        {traces && <span className="block text-sm text-ink-faint">{traces}</span>}
      </p>
    </li>
  );
};
