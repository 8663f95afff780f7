import type { InvoiceSummary, Money } from '@quayside/contracts';
import { compare, sum } from '@quayside/contracts/money';
import { useEffect, useRef } from 'react';

const soonMs = 1_500;
const looks = 6;

interface WithInvoices {
  readonly payment: { readonly charged: Money; readonly refunded: Money };
  readonly invoices?: readonly InvoiceSummary[] | undefined;
}

const areLate = ({ payment: { charged, refunded }, invoices }: WithInvoices): boolean => {
  // Not told to whoever has a link alone.
  if (!invoices) return false;
  const totalOf = (kind: InvoiceSummary['kind']) =>
    sum(
      invoices.filter((one) => one.kind === kind).map(({ total }) => total),
      charged.currency,
    );
  return compare(charged, totalOf('invoice')) > 0 || compare(refunded, totalOf('credit-note')) > 0;
};

/** Invoices follow money within moments, without a change of the order that would tell: looks again, some times. */
export const useLateInvoices = (order: WithInvoices | undefined, look: () => Promise<void>): void => {
  const left = useRef(looks);
  const isLate = order !== undefined && areLate(order);
  useEffect(() => {
    if (!isLate) left.current = looks;
    if (!isLate || left.current === 0) return;
    const timer = setTimeout(() => {
      left.current -= 1;
      void look();
    }, soonMs);
    return () => clearTimeout(timer);
  }, [isLate, look, order]);
};
