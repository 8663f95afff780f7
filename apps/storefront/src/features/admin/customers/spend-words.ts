import type { Customer } from '@quayside/contracts';
import { formatMoney } from '../../../ui/money.ts';

/** What was spent, each currency for itself. */
export const spendInWords = (spend: Customer['spend']): string =>
  spend.length === 0 ? 'Nothing' : spend.map((amount) => formatMoney(amount)).join(' + ');
