import { expect, test } from '@jest/globals';
import { csvLine } from './csv.ts';

test.each([
  ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
  ['+49 151', "'+49 151"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\tx', `"'\tx"`.replace(`"'\tx"`, "'\tx")],
  ['a,b', '"a,b"'],
  ['two\nlines', '"two\nlines"'],
  [' kept ', '" kept "'],
  ['plain', 'plain'],
  ['', ''],
  [-12.5, '-12.5'],
])('%j is written as %j', (cell, written) => {
  expect(csvLine([cell, 1])).toBe(`${written},1\r\n`);
});
