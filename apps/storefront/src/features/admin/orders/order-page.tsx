'use client';

import { townLine, type AddressRules, type StaffOrder } from '@quayside/contracts';
import { useState } from 'react';
import { addNote } from '../../../api/browser/staff-orders.ts';
import { AppLink } from '../../../ui/app-link.tsx';
import { InvoiceList } from '../../../ui/invoice-list.tsx';
import { PriceTable } from '../../../ui/price-table.tsx';
import { SignalFlag } from '../../../ui/signal-flag.tsx';
import { statusFlag } from '../../../ui/status-flag.ts';
import { NoteForm } from '../note-form.tsx';
import { AddressDialog } from './address-dialog.tsx';
import { CancelLinesDialog, CancelOrderDialog } from './cancel-dialogs.tsx';
import { HappeningList } from './happening-list.tsx';
import { LedgerList } from './ledger-list.tsx';
import { LineList } from './line-list.tsx';
import { Meanwhile } from './meanwhile.tsx';
import { stageWords, statusWords } from './order-words.ts';
import { invoiceHref } from './papers.ts';
import { ParcelList } from './parcel-list.tsx';
import { RefundDialog } from './refund-dialog.tsx';
import { ReturnList } from './return-list.tsx';
import { Section } from '../section.tsx';
import { ShipDialog } from './ship-dialog.tsx';
import { FulfilmentMark, PaymentMark } from './state-mark.tsx';
import { useStaffOrder } from './use-staff-order.ts';
import { WaitsFor } from './waits-for.tsx';

/** An order for those who run the shop. What can be done with it is what the service names. */
export const OrderPage = ({
  first,
  addressRules: rules,
}: {
  first: StaffOrder;
  addressRules: AddressRules;
}) => {
  const { order, onOrder } = useStaffOrder(first);
  const { actions, buyer, shippingAddress: to } = order;
  const [overtakenAt, setOvertakenAt] = useState<number>();
  const about = { order, onOrder, onOvertaken: setOvertakenAt };
  return (
    <>
      <div className="mb-6 flex flex-wrap items-center justify-between gap-4">
        <p role="status" className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <span className="inline-flex items-center gap-2 font-semibold" data-testid="order-status">
            <SignalFlag of={statusFlag[order.status]} className="h-5 w-5" />
            {statusWords[order.status]}
          </span>
          {stageWords[order.stage] !== statusWords[order.status] && (
            <span className="text-ink-soft">{stageWords[order.stage]}</span>
          )}
          <PaymentMark of={order.paymentState} />
          <FulfilmentMark of={order.fulfilmentState} />
        </p>
        <div className="flex flex-wrap gap-2">
          {actions.includes('ship') && <ShipDialog {...about} />}
          {actions.includes('refund') && <RefundDialog {...about} />}
          {actions.includes('cancel-lines') && <CancelLinesDialog {...about} />}
          {actions.includes('cancel') && <CancelOrderDialog {...about} />}
        </div>
      </div>
      {overtakenAt !== undefined && (
        <div className="mb-6">
          <Meanwhile order={order} since={overtakenAt} />
        </div>
      )}
      <WaitsFor order={order} />
      <div className="grid gap-x-10 xl:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="min-w-0">
          <Section title="Lines">
            <LineList order={order} />
          </Section>
          {order.shipments.length > 0 && (
            <Section title="Parcels">
              <ParcelList {...about} />
            </Section>
          )}
          {order.returns.length > 0 && (
            <Section title="Returns">
              <ReturnList {...about} />
            </Section>
          )}
          <div className="grid gap-x-10 md:grid-cols-2">
            <Section title="Price">
              <PriceTable price={order.price} refunded={order.refunded} />
            </Section>
            <Section title="Payment">
              <LedgerList entries={order.ledger} />
            </Section>
          </div>
          {order.invoices && order.invoices.length > 0 && (
            <Section title="Invoices">
              <InvoiceList invoices={order.invoices} hrefOf={invoiceHref} />
            </Section>
          )}
          <Section title="Customer">
            <address className="grid gap-x-10 gap-y-3 not-italic sm:grid-cols-2">
              <p className="wrap-anywhere">
                {buyer.email === '' || buyer.isGuest ? (
                  <strong>{buyer.name}</strong>
                ) : (
                  <AppLink
                    href={`/admin/customers/${buyer.id}`}
                    className="font-semibold underline decoration-rule-strong underline-offset-4 hover:decoration-ink"
                  >
                    {buyer.name}
                  </AppLink>
                )}
                {buyer.isGuest && (
                  <span className="ml-2 border border-rule-strong px-1.5 text-sm">Guest</span>
                )}
                <span className="block text-ink-soft">{buyer.email}</span>
              </p>
              <p className="wrap-anywhere">
                {to.name}
                {[to.company, to.street, to.street2].filter(Boolean).map((line) => (
                  <span key={line} className="block">
                    {line}
                  </span>
                ))}
                <span className="block">{[townLine(to), to.country].filter(Boolean).join(', ')}</span>
                {to.phone && <span className="block">{to.phone}</span>}
              </p>
            </address>
            {order.canChangeAddress && (
              <div className="mt-4">
                <AddressDialog {...{ ...about, rules }} />
              </div>
            )}
          </Section>
        </div>
        <div className="min-w-0">
          <Section title="What happened">
            <NoteForm rows={2} add={(text, key) => addNote(order.id, text, key)} onAdded={onOrder} />
            <HappeningList order={order} />
          </Section>
        </div>
      </div>
    </>
  );
};
