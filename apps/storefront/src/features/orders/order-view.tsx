'use client';

import { townLine, type PaperLanguage } from '@quayside/contracts';
import { useRef, type ReactNode } from 'react';
import { useLocale, useTranslations } from 'next-intl';
import type { ShownOrder } from '../../api/browser/orders.ts';
import { countryName } from '../../ui/country-name.ts';
import { InvoiceList } from '../../ui/invoice-list.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { PriceTable } from '../../ui/price-table.tsx';
import { AskReturn } from './ask-return.tsx';
import { CancelOrder } from './cancel-order.tsx';
import { GuestPapers } from './guest-papers.tsx';
import { GuestOptions } from './guest-options.tsx';
import { OrderLines } from './order-lines.tsx';
import { OrderParcels } from './order-parcels.tsx';
import { OrderUnwritten } from './order-unwritten.tsx';
import { ConfirmPayment } from './confirm-payment.tsx';
import { PayAgain } from './pay-again.tsx';
import { TimelineView } from './timeline-view.tsx';
import { useOrderLink } from './order-link.ts';
import { useOrder } from './use-order.ts';

const ended = new Set<ShownOrder['status']>(['cancelled', 'refunding', 'refunded', 'payment-declined']);

const openReturns = new Set<ShownOrder['returns'][number]['state']>(['requested', 'approved', 'received']);

interface OrderViewProps {
  id: string;
  /** Absent right after checkout: the order is accepted, but not written down yet. */
  rendered: ShownOrder | undefined;
  /** Whoever comes from the checkout. */
  isNew: boolean;
  /** Who bought without an account. */
  isGuest: boolean;
  /** Who looks at what was bought so. */
  isSignedIn?: boolean;
  /** How to hear of what comes next, as long as something does. */
  follow?: ReactNode;
}

export const OrderView = ({ id, rendered, isNew, isGuest, isSignedIn = false, follow }: OrderViewProps) => {
  const t = useTranslations('orders');
  const locale = useLocale();
  const { order, take, look } = useOrder(id, rendered);
  const link = useOrderLink();
  const progress = useRef<HTMLElement>(null);
  if (!order) return <OrderUnwritten isGuest={isGuest} />;

  const moved = (next: ShownOrder) => {
    // The button goes, and the focus with it.
    progress.current?.focus({ preventScroll: true });
    take(next);
  };
  const address = order.shippingAddress;
  const { method, charged, visit } = order.payment;
  const canPay = order.actions.includes('pay');
  const comesBack = order.returns.find(({ state }) => openReturns.has(state));
  const isToBank = visit !== undefined || (method === 'bank' && charged.amount === 0);
  const invoiceHref = (number: string, language: PaperLanguage) =>
    `/api/v1/orders/${id}/invoices/${number}?language=${language}`;
  return (
    <>
      <PageHeading
        title={canPay ? t('paying.declined') : isNew ? t('thanks') : t('yours')}
        aside={<span className="figures font-semibold">{order.number}</span>}
      />
      <p
        className="sr-only"
        role="status"
        aria-live="polite"
        data-testid="order-status"
        data-status={order.status}
      >
        {t('isNow', { status: t(`status.${order.status}.label`) })}
      </p>
      {isNew && !ended.has(order.status) && (
        <p className="-mt-4 mb-8 max-w-prose text-ink-soft">
          {t(isToBank ? 'bankComesNext' : 'noNeedToWait')} {t(isGuest ? 'linkInMails' : 'stayAtHand')}
        </p>
      )}
      <div className="grid gap-12 lg:grid-cols-[minmax(0,6fr)_minmax(0,5fr)] lg:gap-20">
        <section ref={progress} tabIndex={-1} aria-label={t('progressOf')} className="outline-none">
          {visit && <ConfirmPayment order={order} onTold={take} />}
          {canPay && <PayAgain order={order} onPaying={moved} onRefused={look} />}
          {comesBack && (
            <div className="mb-8">
              <Notice look="good" title={t(`parcels.returnStates.${comesBack.state}`)} live />
            </div>
          )}
          <TimelineView order={order} />
          {order.actions.includes('return') && <AskReturn order={order} onAsked={take} />}
          {order.actions.includes('cancel') && <CancelOrder id={id} onCancelled={moved} onRefused={look} />}
          {!ended.has(order.status) && order.status !== 'delivered' && follow}
          {isGuest && <GuestOptions id={id} isSignedIn={isSignedIn} />}
        </section>
        <section aria-label={t('whatYouOrdered')} className="space-y-8">
          <OrderLines lines={order.items} price={order.price} />
          <OrderParcels order={order} />
          <div className="border border-ink bg-sheet p-6">
            <PriceTable price={order.price} refunded={order.refunded} />
            {method && <p className="mt-4 text-sm text-ink-soft">{t(`method.${method}`)}</p>}
          </div>
          {order.invoices && order.invoices.length > 0 && (
            <div id="invoices">
              <h2 className="marginalia mb-2 font-sans text-ink-soft">{t('invoices')}</h2>
              <InvoiceList invoices={order.invoices} hrefOf={invoiceHref} />
            </div>
          )}
          {link !== undefined && order.papers && <GuestPapers {...{ id, link, papers: order.papers }} />}
          <div>
            <h2 className="marginalia font-sans text-ink-soft">{t('goesTo')}</h2>
            <address className="mt-2 leading-relaxed wrap-anywhere not-italic">
              {[...[address.name, address.company, address.street, address.street2], townLine(address)]
                .filter(Boolean)
                .map((line) => (
                  <span key={line} className="block">
                    {line}
                  </span>
                ))}
              <span suppressHydrationWarning>{countryName(address.country, locale)}</span>
            </address>
          </div>
        </section>
      </div>
    </>
  );
};
