import anyAscii from 'any-ascii';
import PDFDocument from 'pdfkit';
import { fontOf, runsOf, type Run } from './faces.ts';

export interface Style {
  readonly size?: number;
  readonly isBold?: boolean;
  readonly colour?: string;
  readonly align?: 'left' | 'right';
}

const ink = '#10243a';
export const softInk = '#4a5b6d';
export const rule = '#c9c4b4';
const usualSize = 9.5;
const leading = 1.35;
/** Where letters stand on their line. */
const baseline = 1.02;

/** Points of A4, and where the text of a page lies. */
export const page = { width: 595.28, height: 841.89, left: 62, right: 62, top: 56, bottom: 108 } as const;
export const textWidth = page.width - page.left - page.right;

/** A PDF that is drawn line by line, in the faces that the shop ships. The same content makes the same bytes. */
export const createPaper = ({ title, at }: { title: string; at: Date }) => {
  const pdf = new PDFDocument({
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    // None to begin with: else it looks for one that is not shipped.
    font: null as unknown as string,
    info: { Title: title, Creator: 'Quayside', Producer: 'Quayside', CreationDate: at, ModDate: at },
  });
  const registered = new Set<string>();

  const setIn = ({ face }: Run, { size = usualSize, isBold = false }: Style): void => {
    const weight = isBold ? 'bold' : 'regular';
    const name = `${face} ${weight}`;
    if (!registered.has(name)) {
      pdf.registerFont(name, fontOf(face, weight));
      registered.add(name);
    }
    pdf.font(name).fontSize(size);
  };

  const widthOf = (line: string, style: Style = {}): number =>
    runsOf(line, anyAscii).reduce((width, run) => {
      setIn(run, style);
      return width + pdf.widthOfString(run.text);
    }, 0);

  /** A word that is wider than its place, in as many pieces as it needs. */
  const piecesOf = (word: string, width: number, style: Style): string[] => {
    if (widthOf(word, style) <= width) return [word];
    const pieces: string[] = [];
    let [piece, taken] = ['', 0];
    for (const char of word) {
      const more = widthOf(char, style);
      if (piece !== '' && taken + more > width) {
        pieces.push(piece);
        [piece, taken] = ['', 0];
      }
      piece += char;
      taken += more;
    }
    return [...pieces, piece];
  };

  /** A text in lines that fit. */
  const linesOf = (text: string, width: number, style: Style = {}): string[] => {
    const lines: string[] = [];
    let line = '';
    for (const word of text.split(' ').flatMap((one) => piecesOf(one, width, style))) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (line !== '' && widthOf(longer, style) > width) {
        lines.push(line);
        line = word;
      } else line = longer;
    }
    return [...lines, line];
  };

  const heightOf = ({ size = usualSize }: Style = {}): number => size * leading;

  return {
    pdf,
    widthOf,
    linesOf,
    heightOf,
    /** One line; `x` is its left, or where it ends if it is aligned to the right. */
    line(text: string, x: number, y: number, style: Style = {}): void {
      let at = style.align === 'right' ? x - widthOf(text, style) : x;
      const { size = usualSize } = style;
      for (const run of runsOf(text, anyAscii)) {
        setIn(run, style);
        pdf.fillColor(style.colour ?? ink);
        pdf.text(run.text, at, y + size * baseline, { lineBreak: false, baseline: 'alphabetic' });
        at += pdf.widthOfString(run.text);
      }
    },
    rule(y: number, options: { from?: number; to?: number; colour?: string; width?: number } = {}): void {
      const { from = page.left, to = page.width - page.right, colour = ink, width = 0.6 } = options;
      pdf.moveTo(from, y).lineTo(to, y).lineWidth(width).strokeColor(colour).stroke();
    },
    box(x: number, y: number, size: number): void {
      pdf.rect(x, y, size, size).lineWidth(0.6).strokeColor(softInk).stroke();
    },
  };
};

export type Paper = ReturnType<typeof createPaper>;
