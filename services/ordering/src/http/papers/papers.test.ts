import { buffer } from 'node:stream/consumers';
import { pagesOfPdf, textOfPdf } from '@quayside/testkit';
import { describe, expect, test } from '@jest/globals';
import {
  after,
  at,
  beginCharge,
  charge,
  confirm,
  details,
  endGrace,
  submit,
} from '../../../test/an-order.ts';
import { seller } from '../../../test/invoice-books.ts';
import type { Invoice } from '../../domain/invoice.ts';
import { invoicesDue } from '../../domain/invoices-due.ts';
import { drawInvoice } from './invoice-paper.ts';
import { drawPackingSlip, packedOf } from './packing-slip-paper.ts';
import { createPaper, type Paper } from './paper.ts';

const order = after(submit, endGrace, confirm, beginCharge, charge);
const refunded = after(
  ...[submit, endGrace, confirm, beginCharge, charge],
  {
    type: 'request-refund',
    at,
    by: 'admin',
    requestId: 'r',
    reason: 'Too bright',
    request: { lines: [{ itemId: 1, quantity: 1 }] },
  },
  { type: 'record-refund', at, key: `${details.id}:refund`, refundId: 're_1' },
);
const issued = { issuedAt: at, issuedOn: '2026-11-22', seller };
const [content] = invoicesDue(order);
const invoice = { ...content, ...issued, number: 'INV-2026-000001' } as Invoice;
const creditNote = {
  ...invoicesDue(refunded)[1],
  ...{ ...issued, number: 'CN-2026-000001', refersTo: 'INV-2026-000001' },
} as Invoice;

const drawn = async (draw: (paper: Paper) => void): Promise<Buffer> => {
  const paper = createPaper({ title: 'A paper', at: new Date(at) });
  draw(paper);
  paper.pdf.end();
  return buffer(paper.pdf);
};
const asPdf = (paper: Invoice, language: 'en' | 'de' = 'en', recipient = order.shippingAddress) =>
  drawn((on) => drawInvoice(on, paper, { language, timeZone: 'UTC', recipient }));

describe('an invoice on paper', () => {
  test('says who sold what to whom, when it was paid, and the tax by its rate; on one page', async () => {
    const pdf = await asPdf(invoice);
    expect(pagesOfPdf(pdf)).toBe(1);
    expect(textOfPdf(pdf)).toEqual(
      expect.arrayContaining([
        ...['Quayside Outfitters GmbH', 'Tax number: DE123456789', 'Invoice', 'INV-2026-000001'],
        ...['22 November 2026', 'QS-0000-0001', 'Ada Marsh', 'Storm lantern', '59.97', '-18.90'],
        ...['USD 191.58', 'United Kingdom', 'Page 1 of 1'],
      ]),
    );
  });

  test('is in German where it is asked for', async () => {
    const text = textOfPdf(await asPdf(invoice, 'de'));
    expect(text).toEqual(
      expect.arrayContaining(['Rechnung', '22. November 2026', '59,97', '191,58 USD', 'Seite 1 von 1']),
    );
  });

  test('names in German how it was sent and what was taken off, where the order says so', async () => {
    const { lines, shipping } = invoice;
    const german = {
      ...invoice,
      lines: lines.map((line) => ({
        ...line,
        adjustments: line.adjustments.map(({ source, amount }) => ({
          source: { ...source, name: 'Equinox gales', names: { de: 'Herbststürme' } },
          amount,
        })),
      })),
      shipping: { ...shipping, name: 'Express', names: { de: 'Eilversand' } },
    };
    const said = async (language: 'en' | 'de') => textOfPdf(await asPdf(german, language)).join(' ');
    expect(await said('de')).toMatch(/Eilversand.*Rabatt: Herbststürme/);
    expect(await said('en')).toMatch(/Express.*Equinox gales/);
  });

  test('is a credit note that names its invoice and what went back', async () => {
    const text = textOfPdf(await asPdf(creditNote));
    expect(text).toEqual(expect.arrayContaining(['Credit note', 'INV-2026-000001', 'Storm lantern']));
    expect(text).not.toContain('Oilskin jacket');
  });

  test('is the same file each time', async () => {
    expect(await asPdf(invoice)).toEqual(await asPdf(invoice));
  });

  test('goes on over pages, each with its number and the heads of the columns', async () => {
    const [line] = invoice.lines;
    const lines = Array.from({ length: 100 }, (_, index) => ({ ...line, itemId: index + 1 }));
    const pdf = await asPdf({ ...invoice, lines } as Invoice);
    const pages = pagesOfPdf(pdf);
    expect(pages).toBeGreaterThan(5);
    const text = textOfPdf(pdf);
    expect(text.filter((said) => said === 'Article').length).toBeGreaterThanOrEqual(pages - 1);
    expect(text.filter((said) => said === 'Invoice INV-2026-000001, continued')).toHaveLength(pages - 1);
    expect(text).toContain(`Page ${pages} of ${pages}`);
    for (const { itemId } of lines) expect(text).toContain(`Item ${itemId}`);
  });

  test.each([
    ['Łódź, Ærø, Größe, Ștefan, Đặng', undefined],
    ['カッパ ガイド 東京都港区', undefined],
    ['Ελληνικά Українська', undefined],
    // No face has these; they are spelled.
    ['नमस्ते', 'nmste'],
    ['🧭', undefined],
  ])('has no boxes for %s', async (name, spelled) => {
    const text = textOfPdf(await asPdf(invoice, 'en', { ...order.shippingAddress, name }));
    expect(text.join('')).not.toContain('□');
    const letters = text.join('').replaceAll(' ', '');
    if (spelled) expect(letters).toContain(spelled);
    else if (!/\p{Emoji_Presentation}/u.test(name)) expect(letters).toContain(name.replaceAll(' ', ''));
  });

  test('breaks a word of 400 letters, and keeps it on the paper', async () => {
    const [line] = invoice.lines;
    const word = 'Rettungswestenhalter'.repeat(20);
    const text = textOfPdf(await asPdf({ ...invoice, lines: [{ ...line, name: word }] } as Invoice));
    expect(text.join('')).toContain(word);
    expect(Math.max(...text.map(({ length }) => length))).toBeLessThan(120);
  });

  test('of somebody who is forgotten names the country alone', async () => {
    const nameless = after(submit, endGrace, confirm, beginCharge, charge, { type: 'anonymise-buyer', at });
    const text = textOfPdf(await asPdf(invoice, 'en', nameless.shippingAddress));
    expect(text).toEqual(expect.arrayContaining(['Former customer', 'United Kingdom']));
    expect(text.join('')).not.toMatch(/removed|Ada|Falmouth/);
  });
});

describe('a packing slip', () => {
  test('says what is in the parcel and where it goes, and no price', async () => {
    const shipment = { id: 's1', lines: [{ itemId: 1, quantity: 2 }], carrier: 'Post', tracking: 'P-17' };
    const packed = after(...[submit, endGrace, confirm, beginCharge, charge], {
      type: 'prepare-shipment',
      at,
      shipment,
    });
    const [parcel, left] = packedOf(packed);
    const text = (one: typeof parcel) =>
      one &&
      drawn((on) => drawPackingSlip(on, one, { language: 'en', timeZone: 'UTC', seller })).then(textOfPdf);
    expect(await text(parcel)).toEqual(
      expect.arrayContaining(['Packing slip', 'Storm lantern', '2', 'P-17', 'Ada Marsh', 'Units in all: 2']),
    );
    expect((await text(parcel))?.join(' ')).not.toMatch(/USD|\d\.\d\d|Oilskin/);
    expect(await text(left)).toEqual(expect.arrayContaining(['To be packed', 'Oilskin jacket']));
    expect(packedOf(after(submit))).toEqual([]);
  });
});
