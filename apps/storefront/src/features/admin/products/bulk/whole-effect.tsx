import { formatMoney } from '../../../../ui/money.ts';
import { changingIn, type Previewed } from './use-bulk-preview.ts';

const many = (count: number) => count.toLocaleString('en-US');

/** What an action comes to over all that is found. */
export const WholeEffect = ({ preview }: { preview: Previewed }) => {
  const { total, unchanged = 0, refused = 0, prices, items } = preview;
  if (total === undefined) return null;
  return (
    <div className="space-y-1 py-3 text-[0.95rem]">
      <p>
        <strong>{many(changingIn(preview))}</strong> of {many(total)} would change
        {unchanged > 0 && <>, {many(unchanged)} are so already</>}
        {refused > 0 && <>, {many(refused)} stay, since they would cost nothing or less</>}.
      </p>
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
