import type { SecurityEntry } from '@quayside/contracts';
import { AppLink } from '../../../ui/app-link.tsx';
import { Section } from '../section.tsx';
import { SecurityItem } from './security-item.tsx';

/** What happened to one account lately. */
export const SecurityTrail = ({
  entries,
  href,
}: {
  entries: readonly SecurityEntry[];
  /** Where the rest is, for whoever may see it. */
  href: string | undefined;
}) => (
  <Section
    title="Sign-ins and security"
    aside={
      href && (
        <AppLink
          href={href}
          className="text-sm underline decoration-rule-strong underline-offset-4 hover:decoration-ink"
        >
          All of this account
        </AppLink>
      )
    }
  >
    {entries.length === 0 ? (
      <p className="text-ink-faint">Nothing in the last half year.</p>
    ) : (
      <ol className="border-y border-ink">
        {entries.map((entry) => (
          <SecurityItem key={entry.id} entry={entry} leadsOn={href !== undefined} />
        ))}
      </ol>
    )}
  </Section>
);
