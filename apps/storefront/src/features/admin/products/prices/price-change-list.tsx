import type { PriceChange } from '@quayside/contracts';
import { AppLink } from '../../../../ui/app-link.tsx';
import { LocalTime } from '../../../../ui/local-time.tsx';
import { formatMoney } from '../../../../ui/money.ts';

const sources = {
  job: { label: 'by a job', href: (id: string) => `/admin/jobs/${id}` },
  import: { label: 'by an import', href: (id: string) => `/admin/imports/${id}` },
} as const;

const Source = ({ source }: { source: NonNullable<PriceChange['source']> }) => (
  <AppLink
    href={sources[source.kind].href(source.id)}
    className="underline decoration-rule-strong underline-offset-4 hover:decoration-ink"
  >
    {sources[source.kind].label}
  </AppLink>
);

const moneyOf = (amount: number | undefined, currency: string): string =>
  amount === undefined ? 'no price' : formatMoney({ amount, currency });

/** Each change of a price, the newest first. */
export const PriceChangeList = ({ changes }: { changes: readonly PriceChange[] }) => (
  <ol aria-label="Changes of the price" className="divide-y divide-rule border-y border-ink">
    {changes.map(({ id, at, currency, from, to, compareAtFrom, compareAtTo, by, source }) => (
      <li key={id} className="grid gap-x-4 py-2 sm:grid-cols-[minmax(0,1fr)_12rem]">
        <span>
          <span className="figures">
            <del className="text-ink-soft decoration-flag-red">{moneyOf(from, currency)}</del>{' '}
            <ins className="font-semibold no-underline">{moneyOf(to, currency)}</ins>
          </span>
          {compareAtFrom !== compareAtTo && (
            <span className="figures ml-3 text-sm text-ink-soft">
              {compareAtTo === undefined
                ? 'compared with nothing any more'
                : `compared with ${formatMoney({ amount: compareAtTo, currency })}`}
            </span>
          )}
          {(by ?? source) && (
            <span className="block text-sm text-ink-soft">
              {by && (by.name ?? 'somebody who left')} {source && <Source source={source} />}
            </span>
          )}
        </span>
        <span className="text-sm text-ink-soft">
          <LocalTime at={at} withYear />
        </span>
      </li>
    ))}
  </ol>
);
