import type { FunnelReport, FunnelSums } from '@quayside/contracts';
import { changeOf } from './change-of.ts';
import { shareOf } from './share-of.ts';

const steps: readonly { name: keyof FunnelSums; label: string; about: string }[] = [
  { name: 'visits', label: 'Visits', about: 'saw a product' },
  { name: 'baskets', label: 'Baskets', about: 'put something in' },
  { name: 'checkouts', label: 'Checkouts', about: 'went to the checkout' },
  { name: 'paid', label: 'Paid', about: 'orders, in all currencies' },
];

/** From a look to a paid order: each step with its share of the visits, and how it was before. */
export const Funnel = ({ sums, before }: Pick<FunnelReport, 'sums' | 'before'>) => (
  <ol className="grid border-t border-l border-rule-strong sm:grid-cols-2 xl:grid-cols-4">
    {steps.map(({ name, label, about }, at) => {
      const change = changeOf(sums[name], before.sums[name]);
      const share = shareOf(sums[name], sums.visits);
      return (
        <li key={name} className="min-w-0 border-r border-b border-rule-strong bg-sheet p-4">
          <p className="marginalia text-ink-soft">{label}</p>
          <p className="mt-1 flex flex-wrap items-baseline justify-between gap-x-3">
            <span data-testid={`funnel-${name}`} className="figures font-serif text-2xl sm:text-[1.65rem]">
              {sums[name].toLocaleString('en-US')}
            </span>
            {at > 0 && <span className="figures text-ink-soft">{share ?? '–'} of visits</span>}
          </p>
          <svg
            aria-hidden
            viewBox="0 0 100 1"
            preserveAspectRatio="none"
            className="mt-2 h-1.5 w-full bg-land"
          >
            <rect
              width={sums.visits === 0 ? 0 : Math.min(100, (sums[name] / sums.visits) * 100)}
              height="1"
              className="fill-glass"
            />
          </svg>
          <p className="mt-2 text-sm text-ink-soft">{about}</p>
          <p className="figures mt-1 text-sm font-semibold">
            {change === undefined ? (
              <span className="font-normal text-ink-faint">nothing before</span>
            ) : (
              <>
                {change}{' '}
                <span className="font-normal text-ink-faint">
                  from {before.sums[name].toLocaleString('en-US')}
                </span>
              </>
            )}
          </p>
        </li>
      );
    })}
  </ol>
);
