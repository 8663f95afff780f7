'use client';

import type { Basket } from '@quayside/contracts';
import { useTranslations } from 'next-intl';
import { usePathIn } from '../../i18n/use-path-in.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { button } from '../../ui/button.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { PriceTable } from '../../ui/price-table.tsx';
import { subtotalOf } from '../../ui/subtotal-of.ts';
import type { Country } from '../../ui/countries.ts';
import { CouponField } from './coupon-field.tsx';
import { BasketLineRow } from './basket-line-row.tsx';
import { TakenOut } from './taken-out.tsx';
import { TermsForm } from './terms-form.tsx';
import { useBasket } from './use-basket.ts';

interface BasketViewProps {
  rendered: Basket;
  maxQuantity: number;
  countries: Country[];
}

export const BasketView = ({ rendered, maxQuantity, countries }: BasketViewProps) => {
  const t = useTranslations('basket');
  const { basket, isWaiting, said, trouble, heading, changeQuantity, remove, choose, ...later } =
    useBasket(rendered);
  const pathIn = usePathIn();
  const takenOut = <TakenOut removed={later.undoable} onUndo={later.undo} />;
  const priceChanged = basket.items.some((line) => line.previousUnitPrice);
  const unavailable = basket.items.some((line) => !line.available);
  const pieces = basket.items.reduce((sum, line) => sum + line.quantity, 0);

  if (basket.items.length === 0)
    return (
      <>
        <EmptyState ref={heading} flags="QAY" title={t('empty')}>
          {takenOut}
          <p>{t('stays')}</p>
          <AppLink href="/catalog" className={button('primary')}>
            {t('browse')}
          </AppLink>
        </EmptyState>
        <div className="mx-auto mt-8 max-w-md">
          <TermsForm terms={basket.terms} countries={countries} onChoose={choose} />
        </div>
      </>
    );

  return (
    <>
      <PageHeading ref={heading} title={t('yours')} aside={t('pieceCount', { count: pieces })} />
      {takenOut}
      <div className="grid gap-x-16 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <ul aria-label={t('items')} className="-mt-6 divide-y divide-rule">
          {basket.items.map((line) => (
            <BasketLineRow
              key={line.itemId}
              line={line}
              subtotal={subtotalOf(basket.price, line)}
              maxQuantity={maxQuantity}
              onQuantity={(quantity) => changeQuantity(line.itemId, quantity)}
              onRemove={() => remove(line.itemId)}
              onLater={() => later.saveForLater(line.itemId)}
            />
          ))}
        </ul>
        <div className="flex flex-col gap-3 self-start lg:sticky lg:top-6">
          <section aria-label={t('total')} className="border border-ink bg-sheet p-6">
            <div aria-busy={isWaiting} className={isWaiting ? 'opacity-45' : undefined}>
              <PriceTable price={basket.price} />
            </div>
            <div className="mt-5 border-t border-rule pt-4">
              <CouponField coupon={basket.coupon} onUse={later.useCode} onDrop={later.dropCode} />
            </div>
            <div className="mt-6">
              {unavailable || isWaiting ? (
                <button type="button" disabled className={button('go', 'w-full')}>
                  {t('checkOut')}
                </button>
              ) : (
                <a href={pathIn('/checkout')} className={button('go', 'w-full')}>
                  {t('checkOut')}
                </a>
              )}
            </div>
            <AppLink href="/catalog" className={button('bare', 'mt-2 w-full')}>
              {t('keepLooking')}
            </AppLink>
          </section>
          <TermsForm isShipped terms={basket.terms} countries={countries} onChoose={choose} />
          {/* They come by themselves, so they come where they push nothing from under a finger. */}
          <div className="space-y-3">
            {priceChanged && (
              <Notice title={t('priceChanged')} live>
                <p>{t('payNew')}</p>
              </Notice>
            )}
            {unavailable && (
              <Notice look="trouble" title={t('notAvailable')} live>
                <p>{t('takeOut')}</p>
              </Notice>
            )}
            {trouble && <Notice look="trouble" title={t('notChanged')} live children={<p>{trouble}</p>} />}
          </div>
        </div>
      </div>
      <p className="sr-only" aria-live="polite" role="status">
        {said}
      </p>
    </>
  );
};
