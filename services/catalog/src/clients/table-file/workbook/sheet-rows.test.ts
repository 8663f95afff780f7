import { expect, test } from '@jest/globals';
import { sheetRows } from './sheet-rows.ts';

async function* chunks(...texts: readonly string[]): AsyncGenerator<Buffer> {
  for (const text of texts) yield Buffer.from(text);
}
const context = { texts: ['shared'], forms: [], is1904: false };
const all = async (rows: AsyncIterable<object>): Promise<object[]> => {
  const found: object[] = [];
  for await (const row of rows) found.push(row);
  return found;
};

test('rows come as their parts do, by their own numbers or the next ones', async () => {
  const document = chunks(
    '<x:worksheet><x:sheetData><x:row r="3"><x:c r="B3" t="s"><x:v>0</x:',
    'v></x:c></x:row><x:row r="2"><x:c><x:v>4</x:v></x:c></x:row><x:row r="9"/>',
    '</x:sheetData></x:worksheet>',
  );
  expect(await all(sheetRows(document, context))).toEqual([
    { row: 3, cells: ['', 'shared'] },
    { row: 4, cells: ['4'] },
  ]);
});

async function* manyCells(): AsyncGenerator<Buffer> {
  yield Buffer.from('<worksheet><sheetData><row>');
  const part = Buffer.from('<c/>'.repeat(100_000));
  for (let parts = 0; parts < 81; parts += 1) yield part;
}

test('a sheet of more cells than are taken is refused, however little is in them', async () => {
  await expect(all(sheetRows(manyCells(), context))).rejects.toThrow('more than 8000000 cells');
}, 60_000);
