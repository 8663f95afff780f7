import { inputLook } from '../../../ui/field.tsx';
import type { AuditAsked } from './audit-query.ts';
import { eventWords } from './security-words.ts';

const byWords = Object.entries(eventWords).toSorted(([, one], [, other]) => one.localeCompare(other));

/** What the security log alone can be asked by, inside the form of all logs. */
export const SecurityFields = ({ asked }: { asked: AuditAsked }) => (
  <>
    <label className="text-sm max-sm:flex-1">
      <span className="mb-1 block font-semibold">Event</span>
      <select
        name="event"
        defaultValue={asked.event ?? ''}
        className="menu-arrow min-h-11 w-full rounded-sm border border-rule-strong pl-3 hover:border-ink"
      >
        <option value="">All</option>
        {byWords.map(([event, words]) => (
          <option key={event} value={event}>
            {words}
          </option>
        ))}
      </select>
    </label>
    <label className="text-sm max-sm:flex-1">
      <span className="mb-1 block font-semibold">From address</span>
      <input
        name="address"
        defaultValue={asked.address ?? ''}
        maxLength={64}
        autoComplete="off"
        className={`${inputLook} figures min-w-36`}
      />
    </label>
  </>
);
