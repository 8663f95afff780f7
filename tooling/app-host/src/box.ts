import { stripVTControlCharacters } from 'node:util';

/** Draws a frame around lines; colours inside do not count as width. */
export function box(title: string, lines: readonly string[]): string {
  const widthOf = (line: string) => stripVTControlCharacters(line).length;
  const width = Math.max(widthOf(title) + 2, ...lines.map(widthOf));
  const row = (line: string) => `│ ${line}${' '.repeat(width - widthOf(line))} │`;
  const top = `╭─ ${title} ${'─'.repeat(width - widthOf(title) - 1)}╮`;
  return [top, row(''), ...lines.map(row), row(''), `╰${'─'.repeat(width + 2)}╯`].join('\n');
}
