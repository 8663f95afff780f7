'use client';

import { townLine, type Address, type Basket, type LinkedOrder, type Problem } from '@quayside/contracts';
import { useLocale, useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { payLinkedOrder } from '../../api/browser/payment-links.ts';
import { usePathIn } from '../../i18n/use-path-in.ts';
import { BasketLines } from '../../ui/basket-lines.tsx';
import { button } from '../../ui/button.ts';
import { LocalTime } from '../../ui/local-time.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { CardFrame } from '../../ui/payment/card-frame.tsx';
import type { Card } from '../../ui/payment/payment-message.ts';
import { PriceTable } from '../../ui/price-table.tsx';
import { useMoney } from '../../ui/use-money.ts';
import { PayTrouble } from './pay-trouble.tsx';

interface LinkedOrderViewProps {
  order: LinkedOrder;
  link: string;
  formUrl: string;
  /** It is another one by now, or its link is over: time to read it again. */
  onChanged: () => void;
  onPaid: () => void;
}

/** What is to be read again before anything else. */
const isOver = ({ code }: Problem): boolean =>
  ['price-changed', 'basket-changed', 'basket-empty'].includes(code) || code.startsWith('payment-link-');

export const LinkedOrderView = ({ order, ...rest }: LinkedOrderViewProps) =>
  order.basket && <Shown {...rest} order={order} basket={order.basket} />;

const Shown = ({
  order,
  basket,
  link,
  formUrl,
  onChanged,
  onPaid,
}: LinkedOrderViewProps & { basket: Basket }) => {
  const t = useTranslations('paying');
  const words = useTranslations('checkout');
  const money = useMoney();
  const router = useRouter();
  const pathIn = usePathIn();
  const [card, setCard] = useState<Card>();
  const [isAgreed, setAgreed] = useState(false);
  const [fault, setFault] = useState<string>();
  const [trouble, setTrouble] = useState<Problem>();
  const [isPaying, setPaying] = useState(false);

  const pay = async () => {
    if (isPaying) return;
    if (!card) return setFault(t('cardFirst'));
    if (!isAgreed) return setFault(t('termsFirst'));
    setFault(undefined);
    setPaying(true);
    const result = await payLinkedOrder(
      { id: order.id, link },
      {
        paymentToken: card.token,
        acceptedTotal: basket.totals.total,
        acceptedLines: basket.items.map(({ itemId, quantity }) => ({ itemId, quantity })),
      },
    );
    if (result.ok)
      return result.data.mayFollow ? router.push(pathIn(`/orders/${order.id}?placed`)) : onPaid();
    setPaying(false);
    setTrouble(result.problem);
    if (isOver(result.problem)) {
      setAgreed(false);
      onChanged();
    }
  };

  return (
    <>
      <PageHeading
        title={t('title')}
        aside={order.until && t.rich('until', { when: () => <LocalTime at={order.until ?? ''} withYear /> })}
      />
      <p className="mb-8 max-w-2xl text-lg text-ink-soft">{t('lead')}</p>
      <div className="grid gap-x-16 gap-y-10 lg:grid-cols-2">
        <div className="space-y-6">
          {order.note !== undefined && (
            <Notice title={t('fromUs')}>
              <p className="whitespace-pre-line wrap-anywhere">{order.note}</p>
            </Notice>
          )}
          <h2 className="text-2xl">{t('goods')}</h2>
          <BasketLines basket={basket} />
          <PriceTable price={basket.price} />
          {order.shippingAddress && <GoesTo address={order.shippingAddress} title={t('goesTo')} />}
          <p className="text-ink-soft">{t('wrong')}</p>
        </div>
        <div className="space-y-6">
          <h2 className="text-2xl">{t('card')}</h2>
          {card ? (
            <p className="flex flex-wrap items-center justify-between gap-3 border-y border-rule py-2">
              {words('endingIn', { brand: card.brand, last4: card.last4 })}
              <button type="button" onClick={() => setCard(undefined)} className={button('bare')}>
                {t('changeCard')}
              </button>
            </p>
          ) : (
            <CardFrame formUrl={formUrl} reassurance={t('nothingOrderedYet')} onCard={setCard} />
          )}
          {basket.items.some((line) => line.previousUnitPrice) && (
            <Notice title={t('priceSince')}>
              <p>{t('priceSinceText')}</p>
            </Notice>
          )}
          {trouble && <PayTrouble trouble={trouble} />}
          <label className="flex items-start gap-3 py-2">
            <input
              type="checkbox"
              checked={isAgreed}
              onChange={({ target }) => setAgreed(target.checked)}
              className="mt-0.5 size-5 shrink-0 accent-ink"
            />
            <span>
              {t.rich('terms', {
                terms: (text) => (
                  <a href={pathIn('/terms')} target="_blank" className="underline underline-offset-4">
                    {text}
                  </a>
                ),
              })}
            </span>
          </label>
          <button
            type="button"
            onClick={() => void pay()}
            aria-disabled={isPaying}
            className={button('go', 'min-h-13 w-full text-lg')}
          >
            {isPaying ? words('placing') : words('place', { total: money(basket.totals.total) })}
          </button>
          <p role="status" className="font-medium text-flag-red empty:hidden">
            {fault}
          </p>
        </div>
      </div>
    </>
  );
};

const GoesTo = ({ address, title }: { address: Address; title: string }) => {
  const locale = useLocale();
  const { name, company, street, street2, country } = address;
  const land = new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' }).of(country);
  return (
    <div>
      <h2 className="mb-2 text-2xl">{title}</h2>
      <address className="wrap-anywhere whitespace-pre-line not-italic">
        {[name, company, street, street2, townLine(address), land].filter(Boolean).join('\n')}
      </address>
    </div>
  );
};
