import { townLine } from '@quayside/contracts';
import type { Seller } from '../../domain/invoice.ts';
import { isForgottenAddress } from '../../domain/anonymous.ts';
import type { Order } from '../../domain/order.ts';
import type { Block } from './flow.ts';
import { page, rule, softInk, textWidth, type Paper } from './paper.ts';
import type { PaperWords } from './paper-words.ts';

/** Where a window of an envelope shows the recipient (DIN 5008, form B), in points. */
const window = { top: 150, height: 108, width: 240 } as const;
const factsAt = { label: 352, value: 432 } as const;

type Address = Order['shippingAddress'];

/** An address as it stands on a letter; of somebody who is forgotten the country alone. */
const addressLines = (address: Address, words: PaperWords): string[] => {
  const { name, company, street, street2, country } = address;
  if (isForgottenAddress(address)) return [words.forgotten, words.country(country)];
  return [name, company, street, street2, townLine(address), words.country(country)].filter(
    (line): line is string => line !== undefined && line !== '',
  );
};

interface Head {
  readonly title: string;
  readonly seller: Seller;
  readonly recipient: Address;
  readonly facts: readonly (readonly [label: string, value: string])[];
}

/** The top of a letter: who sends it, to whom, what it is and of when. */
export const letterhead = (paper: Paper, words: PaperWords, head: Head): Block => {
  const { title, seller, recipient, facts } = head;
  const lines = addressLines(recipient, words).flatMap((line) =>
    paper.linesOf(line, window.width, { size: 10 }),
  );
  const said = facts.map(([label, value]) => ({
    label,
    lines: paper.linesOf(value, page.width - page.right - factsAt.value),
  }));
  const factsHeight = said.reduce((all, one) => all + one.lines.length * paper.heightOf(), 0);
  const addressHeight = lines.length * paper.heightOf({ size: 10 }) + 18;
  const body = Math.max(window.height, factsHeight, addressHeight);
  const titleAt = window.top + body + 26;
  return {
    height: titleAt - page.top + 50,
    draw: () => {
      paper.line(seller.name, page.left, page.top, { size: 19, isBold: true });
      paper.rule(page.top + 32, { width: 1.2 });
      const sender = [seller.name, ...seller.address].join(' · ');
      const [from = ''] = paper.linesOf(sender, window.width, { size: 7 });
      paper.line(from, page.left, window.top, { size: 7, colour: softInk });
      paper.rule(window.top + 12, { to: page.left + window.width, colour: rule, width: 0.4 });
      lines.forEach((line, at) =>
        paper.line(line, page.left, window.top + 20 + at * paper.heightOf({ size: 10 }), { size: 10 }),
      );
      let y: number = window.top;
      for (const fact of said) {
        paper.line(fact.label, factsAt.label, y, { colour: softInk });
        for (const line of fact.lines) {
          paper.line(line, factsAt.value, y, {});
          y += paper.heightOf();
        }
      }
      paper.line(title, page.left, titleAt, { size: 17, isBold: true });
    },
  };
};

/** What stands at the bottom of each page: who the seller is, to the law and to whoever writes to them. */
export const footerOf = (paper: Paper, words: PaperWords, seller: Seller) => {
  const small = { size: 7.5, colour: softInk };
  const columns = [
    [seller.name, ...seller.address],
    [seller.contact],
    [
      ...(seller.taxId ? [`${words.taxId}: ${seller.taxId}`] : []),
      ...(seller.imprint ? [seller.imprint] : []),
    ],
  ];
  const width = textWidth / columns.length - 12;
  return (top: number): void => {
    paper.rule(top - 6, { colour: rule, width: 0.5 });
    columns.forEach((texts, column) =>
      texts
        .flatMap((text) => paper.linesOf(text, width, small))
        .slice(0, 5)
        .forEach((line, at) =>
          paper.line(line, page.left + column * (textWidth / columns.length), top + at * 10, small),
        ),
    );
  };
};
