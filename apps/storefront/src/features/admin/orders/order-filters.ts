import type { StaffOrderExportInput } from '@quayside/contracts';
import { parseMoney } from '../../../ui/money.ts';
import type { TableField, TableFilter, TableView } from '../table/column.ts';
import type { TableQuery } from '../table/table-query.ts';
import { fulfilmentWords, paymentWords, stageWords } from './order-words.ts';

export const orderViews: readonly TableView[] = [
  { label: 'All', filters: {} },
  { label: 'To ship', filters: { fulfilment: 'to-ship' } },
  { label: 'Partly shipped', filters: { fulfilment: 'partly-shipped' } },
  { label: 'Returns', filters: { fulfilment: 'return-open' } },
  { label: 'Refunds under way', filters: { payment: 'due-back' } },
  { label: 'Payment declined', filters: { payment: 'declined' } },
  { label: 'Awaiting stock', filters: { stage: 'awaiting-validation' } },
];

export const axisFilters: readonly TableFilter[] = [
  { name: 'stage', label: 'Order', choices: stageWords },
  { name: 'payment', label: 'Payment', choices: paymentWords },
  { name: 'fulfilment', label: 'Fulfilment', choices: fulfilmentWords },
];

export const orderFields: readonly TableField[] = [
  { name: 'from', label: 'Placed from', type: 'date' },
  { name: 'to', label: 'Placed until', type: 'date' },
  { name: 'min', label: 'Total from', type: 'text', hint: '0.00' },
  { name: 'max', label: 'Total up to', type: 'text', hint: '1,000.00' },
];

const day = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const amount = /^[\d.,]{1,15}$/;
export const fieldForms = { from: day, to: day, min: amount, max: amount };

const dayMs = 86_400_000;
const usual = 'USD';

/** Without what cannot be a day or an amount; the last day is asked for whole. */
export const orderFilter = ({ q, sort, filters }: TableQuery): StaffOrderExportInput => {
  const { from, to, min, max, ...others } = filters;
  const isDay = (text: string | undefined): text is string =>
    text !== undefined && !Number.isNaN(Date.parse(text));
  const inMinorUnits = (text: string | undefined): number | undefined =>
    text === undefined ? undefined : parseMoney(text, filters['currency'] ?? usual)?.amount;
  const [minTotal, maxTotal] = [inMinorUnits(min), inMinorUnits(max)];
  return {
    ...(q && { q }),
    ...(sort && { sort: sort as NonNullable<StaffOrderExportInput['sort']> }),
    ...(others as StaffOrderExportInput),
    ...(isDay(from) && { from: `${from}T00:00:00Z` }),
    ...(isDay(to) && { to: new Date(Date.parse(to) + dayMs).toISOString() }),
    ...(minTotal !== undefined && { minTotal }),
    ...(maxTotal !== undefined && { maxTotal }),
    // An amount is one of a currency.
    ...((minTotal ?? maxTotal) !== undefined && { currency: filters['currency'] ?? usual }),
  };
};
