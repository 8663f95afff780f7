import type { Money } from '@quayside/contracts';
import type { ReactNode } from 'react';
import { useTranslations } from 'next-intl';
import { signInPath } from '../../api/sign-in-path.ts';
import { usePathIn } from '../../i18n/use-path-in.ts';
import { useMoney } from '../../ui/use-money.ts';
import { Notice } from '../../ui/notice.tsx';
import type { PriceChange, Shortage, Trouble, UnsoldLine } from './trouble.ts';

const link = 'font-semibold underline underline-offset-4';

export const TroubleNotice = ({ trouble }: { trouble: Trouble }): ReactNode => {
  const t = useTranslations('checkout.trouble');
  const pathIn = usePathIn();
  switch (trouble.kind) {
    case 'price-changed':
      return <PricesChanged changes={trouble.changes} total={trouble.total} />;
    case 'basket-changed':
      return (
        <Notice title={t('basketChanged')} live>
          <p>{t('lookItOver')}</p>
        </Notice>
      );
    case 'item-not-active':
      return <NoLongerSold lines={trouble.lines} />;
    case 'insufficient-stock':
      return <ShortOfStock lines={trouble.lines} />;
    case 'basket-empty':
      return (
        <Notice look="trouble" title={t('basketEmpty')} live>
          <p>
            {t('otherWindow')}{' '}
            <a href={pathIn('/orders')} className={link}>
              {t('lookAtOrders')}
            </a>
          </p>
        </Notice>
      );
    case 'signed-out':
      return (
        <Notice look="trouble" title={t('signedOut')} live>
          <p>
            {t('nothingOrdered')}{' '}
            <a href={signInPath(pathIn('/checkout'))} className={link}>
              {t('signInAgain')}
            </a>
          </p>
        </Notice>
      );
    case 'refused':
      return (
        <Notice look="trouble" title={t('notPlaced')} live>
          <p>{t('nothingCharged', { why: trouble.title })}</p>
        </Notice>
      );
    default:
      return trouble satisfies never;
  }
};

const PricesChanged = ({ changes, total }: { changes: PriceChange[]; total: Money | undefined }) => {
  const t = useTranslations('checkout.trouble');
  const money = useMoney();
  return (
    <Notice title={t('priceChanged')} live>
      <p>{t('lookAgain')}</p>
      <ul className="figures my-2 space-y-1">
        {changes.map((change) => (
          <li key={change.itemId}>
            {change.name}: <s className="text-ink-faint">{money(change.oldPrice)}</s>
            <span aria-hidden> → </span>
            <span className="sr-only"> {t('now')} </span>
            <strong>{money(change.newPrice)}</strong>
          </li>
        ))}
      </ul>
      {total && (
        <p>
          {t.rich('newTotal', {
            total: money(total),
            b: (text) => <strong className="figures">{text}</strong>,
          })}
        </p>
      )}
    </Notice>
  );
};

const NoLongerSold = ({ lines }: { lines: UnsoldLine[] }) => {
  const t = useTranslations('checkout.trouble');
  return (
    <Notice look="trouble" title={t('unsold')} live>
      <ul className="my-2 space-y-1">
        {lines.map(({ itemId, name }) => (
          <li key={itemId}>{name}</li>
        ))}
      </ul>
      <ChangeBasket />
    </Notice>
  );
};

const ShortOfStock = ({ lines }: { lines: Shortage[] }) => {
  const t = useTranslations('checkout.trouble');
  return (
    <Notice look="trouble" title={t('short')} live>
      <ul className="my-2 space-y-1">
        {lines.map((line) => (
          <li key={line.itemId}>
            {line.name}: {t('left', { available: line.available, requested: line.requested })}
          </li>
        ))}
      </ul>
      <ChangeBasket />
    </Notice>
  );
};

const ChangeBasket = () => {
  const t = useTranslations('checkout.trouble');
  const pathIn = usePathIn();
  return (
    <p>
      {t('nothingOrdered')}{' '}
      <a href={pathIn('/basket')} className={link}>
        {t('changeBasket')}
      </a>
    </p>
  );
};
