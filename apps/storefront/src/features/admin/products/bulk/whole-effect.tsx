import { AppLink } from '../../../../ui/app-link.tsx';
import { formatMoney } from '../../../../ui/money.ts';
import { hrefOfUnsold, type BulkScope } from './bulk-scope.ts';
import { changingIn, type Previewed } from './use-bulk-preview.ts';

const many = (count: number) => count.toLocaleString('en-US');

type Refusal = NonNullable<Previewed['refusals']>[number];

const reasons: Readonly<Record<Refusal['code'], string>> = {
  'no-variants': 'no variants',
  'all-variants-off': 'all variants switched off',
  'no-price': 'no price',
};

const namesIn = ({ names, count }: Refusal): string =>
  [...names, ...(count > names.length ? [`${many(count - names.length)} more`] : [])].join(', ');

interface RefusalsProps {
  refusals: readonly Refusal[];
  href: string;
  onLeave: () => void;
}

const Refusals = ({ refusals, href, onLeave }: RefusalsProps) => (
  <>
    <ul className="list-disc pl-5 text-note">
      {refusals.map((refusal) => (
        <li key={refusal.code}>
          {many(refusal.count)} with {reasons[refusal.code]}:{' '}
          <span className="wrap-anywhere">{namesIn(refusal)}</span>
        </li>
      ))}
    </ul>
    <AppLink
      href={href}
      onClick={onLeave}
      className="inline-flex min-h-11 items-center underline decoration-rule-strong underline-offset-4 hover:decoration-ink"
    >
      Show what cannot be published
    </AppLink>
  </>
);

interface WholeEffectProps {
  preview: Previewed;
  scope: BulkScope;
  onLeave: () => void;
}

/** What an action comes to over all that is found. */
export const WholeEffect = ({ preview, scope, onLeave }: WholeEffectProps) => {
  const { total, unchanged = 0, refused = 0, refusals, prices, items } = preview;
  if (total === undefined) return null;
  return (
    <div className="space-y-1 py-3 text-[0.95rem]">
      <p>
        <strong>{many(changingIn(preview))}</strong> of {many(total)} would change
        {unchanged > 0 && <>, {many(unchanged)} are so already</>}
        {refused > 0 && (
          <>
            , {many(refused)} stay, since they{' '}
            {refusals ? 'have nothing that could be sold' : 'would cost nothing or less'}
          </>
        )}
        .
      </p>
      {refusals && refusals.length > 0 && 'found' in scope && (
        <Refusals refusals={refusals} href={hrefOfUnsold(scope.found)} onLeave={onLeave} />
      )}
      {prices && prices.count > 0 && (
        <p className="figures">
          {many(prices.count)} prices, together{' '}
          <del className="text-ink-soft">
            {formatMoney({ amount: prices.from, currency: prices.currency })}
          </del>{' '}
          <ins className="font-semibold no-underline">
            {formatMoney({ amount: prices.to, currency: prices.currency })}
          </ins>
        </p>
      )}
      <p className="text-ink-soft">
        The job takes those that are found when it begins.
        {total > items.length && ` The first ${items.length}, one by one:`}
      </p>
    </div>
  );
};
