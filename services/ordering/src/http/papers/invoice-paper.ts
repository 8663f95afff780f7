import { nameIn, type PaperLanguage } from '@quayside/contracts';
import { lineAdjustmentsOf, taxLinesOf, taxSummaryOf, type TaxLine } from '@quayside/contracts/money';
import { partsOf, type Invoice, type InvoiceLine } from '../../domain/invoice.ts';
import type { Order } from '../../domain/order.ts';
import { drawSheet, type Block } from './flow.ts';
import { footerOf, letterhead } from './letterhead.ts';
import { page, rule, softInk, type Paper } from './paper.ts';
import { wordsIn, type PaperWords } from './paper-words.ts';

const right = page.width - page.right;
/** Where columns of the table of lines end; that of articles begins at the left. */
const columns = { quantity: 318, unitPrice: 388, tax: 452, amount: right } as const;
const articleWidth = columns.quantity - 36 - page.left;
const number = { align: 'right' } as const;
const small = { size: 8, colour: softInk } as const;
const pad = 5;

interface Draft {
  readonly paper: Paper;
  readonly words: PaperWords;
  readonly invoice: Invoice;
}

const taxOf = ({ words }: Draft, taxes: readonly TaxLine[]): string => {
  const taken = taxes.filter(({ rate }) => rate > 0);
  return taken.length === 0 ? '–' : taken.map((tax) => words.rateOf(tax)).join(' + ');
};

const tableHead = ({ paper, words, invoice }: Draft): Pick<Block, 'height' | 'draw'> => ({
  height: 24,
  draw: (y) => {
    const style = { ...small, isBold: true };
    const { currency } = invoice.total;
    paper.line(words.article, page.left, y + 3, style);
    paper.line(words.quantity, columns.quantity, y + 3, { ...style, ...number });
    if (invoice.kind === 'invoice')
      paper.line(words.unitPrice, columns.unitPrice, y + 3, { ...style, ...number });
    paper.line(words.tax, columns.tax, y + 3, { ...style, ...number });
    paper.line(`${words.amount} (${currency})`, columns.amount, y + 3, { ...style, ...number });
    paper.rule(y + 18);
  },
});

interface Row {
  readonly name: string;
  readonly below: readonly string[];
  readonly quantity: string;
  readonly unitPrice: string;
  readonly tax: string;
  readonly amount: string;
}

const rowBlock = ({ paper }: Draft, row: Row, under: Block['under']): Block => {
  const name = paper.linesOf(row.name, articleWidth);
  const below = row.below.flatMap((text) => paper.linesOf(text, articleWidth, small));
  const height = name.length * paper.heightOf() + below.length * paper.heightOf(small) + 2 * pad;
  return {
    height,
    ...(under && { under }),
    draw: (y) => {
      let at = y + pad;
      for (const line of name) {
        paper.line(line, page.left, at);
        at += paper.heightOf();
      }
      for (const line of below) {
        paper.line(line, page.left, at, small);
        at += paper.heightOf(small);
      }
      paper.line(row.quantity, columns.quantity, y + pad, number);
      paper.line(row.unitPrice, columns.unitPrice, y + pad, number);
      paper.line(row.tax, columns.tax, y + pad, number);
      paper.line(row.amount, columns.amount, y + pad, number);
      paper.rule(y + height, { colour: rule, width: 0.4 });
    },
  };
};

const lineRow = (draft: Draft, line: InvoiceLine): Row => {
  const { words, invoice } = draft;
  const { itemId, quantity, unitPrice, subtotal, taxes, amount } = line;
  const isPart = quantity === 0;
  return {
    name: nameIn(line, words.language),
    below: [words.itemNumber(itemId), ...(isPart ? [words.partOf] : [])],
    quantity: isPart ? '–' : String(quantity),
    unitPrice: invoice.kind === 'credit-note' ? '' : words.amountOf(unitPrice),
    tax: taxOf(draft, taxes),
    amount: words.amountOf(subtotal ?? amount),
  };
};

const shippingRow = (draft: Draft): Row[] => {
  const { words, invoice } = draft;
  const { taxes, amount } = invoice.shipping;
  const name = nameIn(invoice.shipping, words.language);
  // What an invoice adds up has taxes that are added in a row of their own.
  const shown = invoice.totals?.shipping ?? amount;
  if (invoice.kind === 'credit-note' && shown.amount === 0) return [];
  return [
    {
      name: name === '' ? words.shipping : `${words.shipping}: ${name}`,
      below: [],
      ...{ quantity: '', unitPrice: '', tax: taxOf(draft, taxes) },
      amount: shown.amount === 0 ? words.free : words.amountOf(shown),
    },
  ];
};

/** Between the lines and the total: what was taken off, and taxes that are not in the prices. */
const sumRows = ({ words, invoice }: Draft): { label: string; amount: string }[] => {
  const { totals, lines, shipping } = invoice;
  if (!totals) return [];
  const discounts = lineAdjustmentsOf({ lines: lines.map(asPriced) }).map(({ source, amount }) => ({
    label:
      source.name === 'Discount' ? words.discount : `${words.discount}: ${nameIn(source, words.language)}`,
    amount: words.amountOf(amount),
  }));
  const added = taxLinesOf({ lines: lines.map(asPriced), shipping: asShipping(shipping) })
    .filter((tax) => !tax.included && tax.amount.amount !== 0)
    .map((tax) => ({ label: `${tax.name} ${words.rateOf(tax)}`, amount: words.amountOf(tax.amount) }));
  return [...discounts, ...added];
};

const asPriced = (line: InvoiceLine) => ({
  ...line,
  subtotal: line.subtotal ?? line.amount,
  total: line.amount,
});
const asShipping = ({ name, taxes, amount }: Invoice['shipping']) => ({
  ...{ method: '', name, price: amount, adjustments: [], taxes, total: amount },
});

const totalBlock = (draft: Draft): Block => {
  const { paper, words, invoice } = draft;
  const rows = sumRows(draft);
  const labelAt = columns.quantity - 60;
  const step = paper.heightOf() + 3;
  return {
    height: 12 + rows.length * step + 40,
    draw: (top) => {
      let y: number = top + 10;
      for (const { label, amount } of rows) {
        const [first = ''] = paper.linesOf(label, columns.tax - labelAt);
        paper.line(first, labelAt, y);
        paper.line(amount, right, y, number);
        y += step;
      }
      paper.rule(y + 2, { from: labelAt, width: 1 });
      const style = { size: 12, isBold: true };
      paper.line(invoice.kind === 'credit-note' ? words.refundTotal : words.total, labelAt, y + 9, style);
      paper.line(words.money(invoice.total), right, y + 9, { ...style, ...number });
    },
  };
};

/** Net, tax and gross of each rate, as the law wants them. */
const taxBlock = ({ paper, words, invoice }: Draft): Block => {
  const summary = taxSummaryOf(partsOf(invoice));
  const isIncluded = summary.some(({ taxes }) => taxes.some(({ included }) => included));
  const rows = summary.flatMap(({ taxes, net, gross }) =>
    taxes.length === 0
      ? [[words.untaxed, words.amountOf(net), '–', words.amountOf(gross)]]
      : taxes.map((tax, at) => [
          `${tax.name} ${words.rateOf(tax)}`,
          words.amountOf(net),
          words.amountOf(tax.amount),
          at === 0 ? words.amountOf(gross) : '',
        ]),
  );
  const { rate, net, tax, gross } = words.taxHead;
  const ends = [columns.quantity, columns.unitPrice + 22, right];
  const step = paper.heightOf({ size: 8.5 }) + 2;
  const row = ([label = '', ...figures]: readonly string[], y: number, isHead: boolean) => {
    const style = isHead ? { ...small, isBold: true } : { size: 8.5 };
    paper.line(label, page.left, y, style);
    figures.forEach((figure, at) => paper.line(figure, ends[at] ?? right, y, { ...style, ...number }));
  };
  return {
    height: 26 + rows.length * step + (isIncluded && invoice.kind === 'invoice' ? 16 : 4),
    draw: (top) => {
      row([rate, net, tax, gross], top + 4, true);
      paper.rule(top + 18, { colour: rule });
      rows.forEach((figures, at) => row(figures, top + 22 + at * step, false));
      if (isIncluded && invoice.kind === 'invoice')
        paper.line(words.included, page.left, top + 26 + rows.length * step, small);
    },
  };
};

const closingBlock = ({ paper, words, invoice }: Draft): Block => {
  const amount = words.money(invoice.total);
  const on = words.on(invoice.paidAt);
  const text = words[invoice.kind === 'invoice' ? 'paidBy' : 'wentBack'](
    amount,
    on,
    invoice.method ?? 'card',
  );
  const lines = paper.linesOf(text, right - page.left);
  return {
    height: 16 + lines.length * paper.heightOf(),
    draw: (y) => lines.forEach((line, at) => paper.line(line, page.left, y + 14 + at * paper.heightOf())),
  };
};

const factsOf = ({ words, invoice }: Draft) => {
  const isCredit = invoice.kind === 'credit-note';
  return [
    [words.number, invoice.number],
    [words.date, words.day(invoice.issuedOn)],
    ...(invoice.refersTo ? [[words.toInvoice, invoice.refersTo]] : []),
    [words.order, invoice.orderNumber],
    [words.ordered, words.on(invoice.orderedAt)],
    [isCredit ? words.refunded : words.paid, words.on(invoice.paidAt)],
  ] as [string, string][];
};

/** Draws an invoice or a credit note as it was issued. */
export const drawInvoice = (
  paper: Paper,
  invoice: Invoice,
  about: { language: PaperLanguage; timeZone: string; recipient: Order['shippingAddress'] },
): void => {
  const words = wordsIn(about.language, about.timeZone);
  const draft: Draft = { paper, words, invoice };
  const { seller } = invoice;
  const { recipient } = about;
  const title = invoice.kind === 'credit-note' ? words.creditNote : words.invoice;
  const under = tableHead(draft);
  drawSheet(paper, {
    continued: words.continued(`${title} ${invoice.number}`),
    pageOf: words.page,
    footer: footerOf(paper, words, seller),
    blocks: [
      letterhead(paper, words, { title, seller, recipient, facts: factsOf(draft) }),
      ...invoice.lines.map((line) => rowBlock(draft, lineRow(draft, line), under)),
      ...shippingRow(draft).map((row) => rowBlock(draft, row, under)),
      totalBlock(draft),
      taxBlock(draft),
      closingBlock(draft),
    ],
  });
};
