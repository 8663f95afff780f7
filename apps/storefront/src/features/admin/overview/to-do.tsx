import { AppLink } from '../../../ui/app-link.tsx';

export interface ToDoItem {
  readonly label: string;
  readonly href: string;
  /** Undefined: whoever knows did not answer. */
  readonly count: number | undefined;
}

/** What waits for somebody, each leading to its list. */
export const ToDo = ({ items }: { items: readonly ToDoItem[] }) => (
  <ul className="divide-y divide-rule border-y border-ink">
    {items.map(({ label, href, count }) => (
      <li key={label}>
        <AppLink href={href} className="group flex min-h-12 items-center justify-between gap-4 py-2">
          <span className="underline decoration-transparent underline-offset-4 group-hover:decoration-ink">
            {label}
          </span>
          <span
            className={
              count === 0
                ? 'figures text-ink-faint'
                : 'figures border-l-4 border-flag-yellow pl-2 font-semibold'
            }
          >
            {count === undefined ? 'not known right now' : count.toLocaleString('en-US')}
          </span>
        </AppLink>
      </li>
    ))}
  </ul>
);
