'use client';

import type { Basket } from '@quayside/contracts';
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
  const { basket, isWaiting, said, trouble, heading, changeQuantity, remove, choose, ...later } =
    useBasket(rendered);
  const takenOut = <TakenOut removed={later.undoable} onUndo={later.undo} />;
  const priceChanged = basket.items.some((line) => line.previousUnitPrice);
  const unavailable = basket.items.some((line) => !line.available);
  const pieces = basket.items.reduce((sum, line) => sum + line.quantity, 0);

  if (basket.items.length === 0)
    return (
      <>
        <EmptyState ref={heading} flags="QAY" title="Your basket is empty">
          {takenOut}
          <p>What you put in stays here, signed in or not.</p>
          <AppLink href="/catalog" className={button('primary')}>
            Browse the catalog
          </AppLink>
        </EmptyState>
        <div className="mx-auto mt-8 max-w-md">
          <TermsForm terms={basket.terms} countries={countries} onChoose={choose} />
        </div>
      </>
    );

  return (
    <>
      <PageHeading
        ref={heading}
        title="Your basket"
        aside={`${pieces} ${pieces === 1 ? 'piece' : 'pieces'}`}
      />
      {takenOut}
      <div className="grid gap-x-16 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <ul aria-label="Items in your basket" className="-mt-6 divide-y divide-rule">
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
          <section aria-label="Total" className="border border-ink bg-sheet p-6">
            <div aria-busy={isWaiting} className={isWaiting ? 'opacity-45' : undefined}>
              <PriceTable price={basket.price} />
            </div>
            <div className="mt-5 border-t border-rule pt-4">
              <CouponField coupon={basket.coupon} onUse={later.useCode} onDrop={later.dropCode} />
            </div>
            <div className="mt-6">
              {unavailable || isWaiting ? (
                <button type="button" disabled className={button('go', 'w-full')}>
                  Check out
                </button>
              ) : (
                <a href="/checkout" className={button('go', 'w-full')}>
                  Check out
                </a>
              )}
            </div>
            <AppLink href="/catalog" className={button('bare', 'mt-2 w-full')}>
              Keep looking
            </AppLink>
          </section>
          <TermsForm isShipped terms={basket.terms} countries={countries} onChoose={choose} />
          {/* They come by themselves, so they come where they push nothing from under a finger. */}
          <div className="space-y-3">
            {priceChanged && (
              <Notice title="A price has changed since you put it in" live>
                <p>The old and the new price stand beside the item. You pay the new one.</p>
              </Notice>
            )}
            {unavailable && (
              <Notice look="trouble" title="Something is not available as you want it" live>
                <p>Take it out or lower its quantity to check out.</p>
              </Notice>
            )}
            {trouble && (
              <Notice look="trouble" title="The change was not made" live children={<p>{trouble}</p>} />
            )}
          </div>
        </div>
      </div>
      <p className="sr-only" aria-live="polite" role="status">
        {said}
      </p>
    </>
  );
};
