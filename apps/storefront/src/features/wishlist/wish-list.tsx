import type { Wish } from '@quayside/contracts';
import type { ReactNode } from 'react';
import { useTranslations } from 'next-intl';
import { AppLink } from '../../ui/app-link.tsx';
import { useMoney } from '../../ui/use-money.ts';
import { Picture } from '../../ui/picture.tsx';
import { useProductPath } from '../../ui/use-product-path.ts';
import { useName } from '../../ui/use-name.ts';

interface WishListProps {
  label: string;
  wishes: readonly Wish[];
  /** What can be done with one. */
  action: (wish: Wish) => ReactNode;
}

export const WishList = ({ label, wishes, action }: WishListProps) => {
  const t = useTranslations('catalog');
  const nameOf = useName();
  const pathOf = useProductPath();
  const money = useMoney();
  return (
    <ul aria-label={label} className="-mt-6 divide-y divide-rule">
      {wishes.map((wish) => (
        <li
          key={wish.itemId}
          className="grid grid-cols-[5.5rem_minmax(0,1fr)] gap-x-4 py-6 sm:grid-cols-[7.5rem_minmax(0,1fr)] sm:gap-x-6"
          data-testid={`wish-${wish.itemId}`}
        >
          <Picture src={wish.pictureUrl} alt="" first className="rounded-sm border border-rule" />
          <div className="flex flex-col">
            <h2 className="text-lg leading-snug wrap-anywhere sm:text-xl">
              <AppLink
                href={`${pathOf(wish)}?item=${wish.itemId}`}
                className="underline-offset-4 hover:underline"
              >
                {nameOf(wish)}
              </AppLink>
            </h2>
            <p className="figures mt-1 text-ink-soft">
              {money(wish.unitPrice)}
              {!wish.available && <span className="ml-3 font-semibold text-flag-red">{t('stock.out')}</span>}
            </p>
            <div className="mt-auto flex flex-wrap items-center gap-x-5 gap-y-2 pt-4">{action(wish)}</div>
          </div>
        </li>
      ))}
    </ul>
  );
};
