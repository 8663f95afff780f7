import { asDecimal } from '@quayside/contracts/money';
import { csvLine } from '@quayside/http';
import type { ExportedCustomers } from '../usecases/customers.ts';

/** A file of customers, line by line; by the mark at its beginning spreadsheets know that it is UTF-8. */
export async function* customerCsv({ currencies, customers }: ExportedCustomers): AsyncGenerator<string> {
  const head = ['id', 'name', 'email', 'registered', 'state', 'orders', 'last order'];
  yield `\u{FEFF}${csvLine([...head, ...currencies.map((currency) => `spend ${currency.toLowerCase()}`)])}`;
  for await (const { id, name, email, registeredAt, isDisabled, orders, lastOrderAt, spend } of customers) {
    yield csvLine([
      ...[id, name, email, registeredAt.toISOString(), isDisabled ? 'disabled' : 'active', orders],
      lastOrderAt?.toISOString() ?? '',
      ...currencies.map((currency) => {
        const sum = spend.find((one) => one.currency === currency);
        return sum ? Number(asDecimal(sum)) : '';
      }),
    ]);
  }
}
