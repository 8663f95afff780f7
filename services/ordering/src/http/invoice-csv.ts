import { asDecimal, negate, subtract, taxSummaryOf, type Money } from '@quayside/contracts/money';
import { csvLine } from '@quayside/http';
import { partsOf, type Invoice } from '../domain/invoice.ts';

const head = [
  ...['number', 'kind', 'date', 'refers to', 'order', 'country', 'state', 'currency'],
  ...['tax', 'rate %', 'net', 'tax amount', 'gross'],
];

const linesOf = (invoice: Invoice): string => {
  const { number, kind, issuedOn, refersTo = '', orderNumber, destination, total } = invoice;
  const signed = (money: Money) => Number(asDecimal(kind === 'credit-note' ? negate(money) : money));
  const about = [
    ...[number, kind, issuedOn, refersTo, orderNumber],
    ...[destination.country, destination.state ?? '', total.currency],
  ];
  return taxSummaryOf(partsOf(invoice))
    .map(({ taxes, net, gross }) =>
      csvLine([
        ...about,
        taxes.map(({ name }) => name).join(' + '),
        taxes.map(({ rate }) => String(rate / 100)).join(' + '),
        ...[signed(net), signed(subtract(gross, net)), signed(gross)],
      ]),
    )
    .join('');
};

/** A file for whoever keeps the books, line by line: the lines of an invoice add up to its total. */
export async function* invoiceCsv(invoices: AsyncIterable<Invoice>): AsyncGenerator<string> {
  // By the mark spreadsheets know that it is UTF-8.
  yield `\u{FEFF}${csvLine(head)}`;
  for await (const invoice of invoices) yield linesOf(invoice);
}
