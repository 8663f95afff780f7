import type { StaffRole } from '@quayside/contracts';
import { classNames } from '../../../ui/class-names.ts';
import { roleWords } from './role-words.ts';

const mark =
  'inline-flex items-center rounded-sm border px-1.5 py-px text-[0.82rem] leading-snug font-medium whitespace-nowrap';

/** What somebody may do, and whether they may do anything at all. */
export const RoleMarks = ({ roles, isDisabled }: { roles: readonly StaffRole[]; isDisabled: boolean }) => (
  <span className="inline-flex flex-wrap gap-1.5">
    {roles.length === 0 && !isDisabled && <span className="text-ink-faint">Shopper only</span>}
    {roles.map((role) => (
      <span
        key={role}
        className={classNames(
          mark,
          role === 'admin'
            ? 'border-ink bg-flag-yellow text-[#10243a]'
            : 'border-glass bg-glass-soft text-ink',
        )}
      >
        {roleWords[role]}
      </span>
    ))}
    {isDisabled && <span className={classNames(mark, 'border-flag-red text-flag-red')}>Disabled</span>}
  </span>
);
