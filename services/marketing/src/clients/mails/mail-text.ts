import type { MailBlock, MailPage } from './mail-page.ts';

const width = 72;

/** At blanks; a word that is longer than a line, such as an address, stays whole. */
const wrapped = (text: string): string => {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.join('\n');
};

/** Beside each other: what is at the right stands in one column as long as it fits. */
const beside = (left: string, right: string): string => {
  if (right === '') return left;
  const gap = width - left.length - right.length;
  return gap > 0 ? `${left}${' '.repeat(gap)}${right}` : `${left}\n${right.padStart(width)}`;
};

const written = (block: MailBlock): string => {
  switch (block.type) {
    case 'words':
      return wrapped(block.text);
    case 'button':
      return `${block.label}:\n${block.href}`;
    case 'goods':
      return block.rows
        .map(({ quantity, name, amount }) =>
          beside(quantity === undefined ? name : `${quantity} × ${name}`, amount ?? ''),
        )
        .join('\n');
    case 'sums':
      return block.rows
        .map(
          ({ label, amount, isTotal }) =>
            `${isTotal ? `${'-'.repeat(width)}\n` : ''}${beside(label, amount)}`,
        )
        .join('\n');
    case 'facts':
      return [
        `${block.title}:`,
        ...block.lines,
        ...(block.link ? [`${block.link.label}: ${block.link.href}`] : []),
      ].join('\n');
    case 'links':
      return [
        block.title,
        ...block.links.map(({ title, text, href }) => `* ${title}\n  ${text}\n  ${href}`),
      ].join('\n\n');
  }
};

export const mailText = ({ title, blocks, farewell, shop, why, end }: MailPage): string =>
  [
    ...[title, ...blocks.map(written), [...farewell, shop].join('\n'), wrapped(why)],
    ...(end ? [`${end.label}:\n${end.href}`] : []),
  ].join('\n\n') + '\n';
