import { nameIn, type PaperLanguage } from '@quayside/contracts';
import type { Units, Shipment } from '../../domain/fulfilment-entry.ts';
import { asLines, tally, unitsIn, unitsToShip } from '../../domain/fulfilment.ts';
import type { Seller } from '../../domain/invoice.ts';
import type { Order } from '../../domain/order.ts';
import { payingCharge } from '../../domain/payment-ledger.ts';
import { drawSheet, type Block } from './flow.ts';
import { footerOf, letterhead } from './letterhead.ts';
import { page, rule, softInk, textWidth, type Paper } from './paper.ts';
import { wordsIn, type PaperWords } from './paper-words.ts';

/** A parcel, or what is still to be packed. */
export interface Packed {
  readonly order: Order;
  readonly lines: readonly Units[];
  readonly shipment?: Shipment | undefined;
}

/** What of an order is to leave the house: its parcels that are packed, and what is in none yet. */
export const packedOf = (order: Order | undefined): Packed[] => {
  if (order?.progress.stage !== 'confirmed' || !payingCharge(order)) return [];
  const parcels = order.fulfilment.shipments.filter(({ state }) => state === 'prepared');
  const left = asLines(unitsToShip(order));
  return [
    ...parcels.map((shipment) => ({ order, shipment, lines: shipment.lines })),
    ...(left.length > 0 ? [{ order, lines: left }] : []),
  ];
};

const right = page.width - page.right;
const columns = { box: page.left, quantity: page.left + 56, article: page.left + 72 } as const;
const small = { size: 8, colour: softInk } as const;
const pad = 6;

const tableHead = (paper: Paper, words: PaperWords): Pick<Block, 'height' | 'draw'> => ({
  height: 24,
  draw: (y) => {
    const style = { ...small, isBold: true };
    paper.line(words.quantity, columns.quantity, y + 3, { ...style, align: 'right' });
    paper.line(words.article, columns.article, y + 3, style);
    paper.rule(y + 18);
  },
});

const rowBlock = (
  paper: Paper,
  row: { name: string; below: string; quantity: number },
  under: Pick<Block, 'height' | 'draw'>,
): Block => {
  const name = paper.linesOf(row.name, right - columns.article, { size: 10.5 });
  const step = paper.heightOf({ size: 10.5 });
  const height = name.length * step + paper.heightOf(small) + 2 * pad;
  return {
    height,
    under,
    draw: (y) => {
      paper.box(columns.box, y + pad + 2, 10);
      const style = { size: 10.5, isBold: true, align: 'right' } as const;
      paper.line(String(row.quantity), columns.quantity, y + pad, style);
      name.forEach((line, at) => paper.line(line, columns.article, y + pad + at * step, { size: 10.5 }));
      paper.line(row.below, columns.article, y + pad + name.length * step, small);
      paper.rule(y + height, { colour: rule, width: 0.4 });
    },
  };
};

const factsOf = ({ order, shipment }: Packed, words: PaperWords): [string, string][] => {
  const { shipments } = order.fulfilment;
  const at = shipment ? shipments.findIndex(({ id }) => id === shipment.id) + 1 : 0;
  return [
    [words.order, order.number],
    [words.ordered, words.on(order.submittedAt)],
    [words.parcel, shipment ? words.of(at, shipments.length) : words.toSend],
    ...(shipment ? [[words.packed, words.on(shipment.preparedAt)] as [string, string]] : []),
    ...(shipment?.carrier ? [[words.carrier, shipment.carrier] as [string, string]] : []),
    ...(shipment?.tracking ? [[words.tracking, shipment.tracking] as [string, string]] : []),
    ...(order.shippingAddress.phone ? [['Tel.', order.shippingAddress.phone] as [string, string]] : []),
  ];
};

/** Draws what is in a parcel and where it goes, without prices: it may be a present. */
export const drawPackingSlip = (
  paper: Paper,
  packed: Packed,
  { language, timeZone, seller }: { language: PaperLanguage; timeZone: string; seller: Seller },
): void => {
  const words = wordsIn(language, timeZone);
  const { order, lines } = packed;
  const title = words.packingSlip;
  const under = tableHead(paper, words);
  const closing = paper.linesOf(words.notRight(seller.contact), textWidth, small);
  const nameOf = (itemId: number) => {
    const line = order.lines.find((one) => one.itemId === itemId);
    return line ? nameIn(line, language) : '';
  };
  drawSheet(paper, {
    continued: words.continued(`${title} ${order.number}`),
    pageOf: words.page,
    footer: footerOf(paper, words, seller),
    blocks: [
      letterhead(paper, words, {
        ...{ title, seller, recipient: order.shippingAddress },
        facts: factsOf(packed, words),
      }),
      ...lines.map(({ itemId, quantity }) =>
        rowBlock(paper, { name: nameOf(itemId), below: words.itemNumber(itemId), quantity }, under),
      ),
      {
        height: 34 + closing.length * paper.heightOf(small),
        draw: (y) => {
          paper.line(`${words.units}: ${unitsIn(tally(lines))}`, page.left, y + 10, { isBold: true });
          closing.forEach((line, at) =>
            paper.line(line, page.left, y + 34 + at * paper.heightOf(small), small),
          );
        },
      },
    ],
  });
};
