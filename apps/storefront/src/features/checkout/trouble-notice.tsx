import type { Money } from '@quayside/contracts';
import type { ReactNode } from 'react';
import { formatMoney } from '../../ui/money.ts';
import { Notice } from '../../ui/notice.tsx';
import type { PriceChange, Shortage, Trouble } from './trouble.ts';

const link = 'font-semibold underline underline-offset-4';

export const TroubleNotice = ({ trouble }: { trouble: Trouble }): ReactNode => {
  switch (trouble.kind) {
    case 'price-changed':
      return <PricesChanged changes={trouble.changes} total={trouble.total} />;
    case 'basket-changed':
      return (
        <Notice title="Your basket changed while you were here" live>
          <p>
            Nothing was ordered. Above is what is in it now: look it over, and place the order if it is right.
          </p>
        </Notice>
      );
    case 'insufficient-stock':
      return <ShortOfStock lines={trouble.lines} />;
    case 'basket-empty':
      return (
        <Notice look="trouble" title="There is nothing left in your basket" live>
          <p>
            Perhaps you checked out in another window.{' '}
            <a href="/orders" className={link}>
              Look at your orders
            </a>
          </p>
        </Notice>
      );
    case 'signed-out':
      return (
        <Notice look="trouble" title="You are no longer signed in" live>
          <p>
            Nothing was ordered.{' '}
            <a href="/auth/login?returnTo=%2Fcheckout" className={link}>
              Sign in again
            </a>
          </p>
        </Notice>
      );
    case 'refused':
      return (
        <Notice look="trouble" title="The order was not placed" live>
          <p>{trouble.title}. Nothing was ordered and nothing charged.</p>
        </Notice>
      );
    default:
      return trouble satisfies never;
  }
};

const PricesChanged = ({ changes, total }: { changes: PriceChange[]; total: Money | undefined }) => (
  <Notice title="A price changed while you were here" live>
    <p>Nothing was ordered. Please look at it again:</p>
    <ul className="figures my-2 space-y-1">
      {changes.map((change) => (
        <li key={change.itemId}>
          {change.name}: <s className="text-ink-faint">{formatMoney(change.oldPrice)}</s>
          <span aria-hidden> → </span>
          <span className="sr-only"> now </span>
          <strong>{formatMoney(change.newPrice)}</strong>
        </li>
      ))}
    </ul>
    {total && (
      <p>
        With it the total is <strong className="figures">{formatMoney(total)}</strong>.
      </p>
    )}
  </Notice>
);

const ShortOfStock = ({ lines }: { lines: Shortage[] }) => (
  <Notice look="trouble" title="Something is no longer there as you want it" live>
    <ul className="my-2 space-y-1">
      {lines.map((line) => (
        <li key={line.itemId}>
          {line.name}:{' '}
          {line.available > 0 ? `only ${line.available} left of ${line.requested}` : 'out of stock'}
        </li>
      ))}
    </ul>
    <p>
      Nothing was ordered.{' '}
      <a href="/basket" className={link}>
        Change your basket
      </a>
    </p>
  </Notice>
);
