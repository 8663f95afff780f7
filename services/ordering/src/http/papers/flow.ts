import { page, softInk, type Paper } from './paper.ts';

/** A piece of a document that is not parted. */
export interface Block {
  readonly height: number;
  readonly draw: (y: number) => void;
  /** Is said again at the top of the page where a block of its kind goes on. */
  readonly under?: Pick<Block, 'height' | 'draw'>;
}

export interface Sheet {
  /** What stands at the top of each page after the first. */
  readonly continued: string;
  readonly pageOf: (at: number, all: number) => string;
  readonly footer: (y: number) => void;
  readonly blocks: readonly Block[];
}

const bottom = page.height - page.bottom;
const continuedTop = page.top + 30;

/** Which blocks are on which page. One that is taller than a page has one of its own. */
const pagesOf = (blocks: readonly Block[]): Block[][] => {
  const pages: Block[][] = [];
  let [y, previous]: [number, Block | undefined] = [Number.POSITIVE_INFINITY, undefined];
  for (const block of blocks) {
    const isContinued = block.under !== undefined && block.under === previous?.under;
    const head = block.under && !isContinued ? block.under.height : 0;
    if (y + head + block.height > bottom) {
      y = pages.length === 0 ? page.top : continuedTop + (block.under?.height ?? 0);
      if (pages.length === 0) y += head;
      pages.push([]);
    } else y += head;
    pages.at(-1)?.push(block);
    y += block.height;
    previous = block;
  }
  return pages;
};

/** Lays blocks out over as many pages as they need, heads of tables again on each. */
export const drawSheet = (paper: Paper, { blocks, continued, pageOf, footer }: Sheet): void => {
  const pages = pagesOf(blocks);
  for (const [at, onPage] of pages.entries()) {
    paper.pdf.addPage();
    let y: number = page.top;
    if (at > 0) {
      paper.line(continued, page.left, y, { isBold: true });
      y = continuedTop;
    }
    let previous: Block | undefined;
    for (const block of onPage) {
      if (block.under && block.under !== previous?.under) {
        block.under.draw(y);
        y += block.under.height;
      }
      block.draw(y);
      y += block.height;
      previous = block;
    }
    footer(page.height - page.bottom + 26);
    const style = { size: 7.5, colour: softInk, align: 'right' } as const;
    paper.line(pageOf(at + 1, pages.length), page.width - page.right, page.height - 34, style);
  }
};
