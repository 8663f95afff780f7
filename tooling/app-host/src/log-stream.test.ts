import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';

import { expect, test } from '@jest/globals';

import { createLogStream } from './log-stream.ts';

test('shows no line that holds nothing to read', async () => {
  const out = new PassThrough();
  const log = createLogStream({ out, colour: false, filter: [], names: ['web'] }).of('web');
  for (const line of ['', '  ', '\u001b[?25h', '\u001b[32mready\u001b[39m']) log.line(line);
  out.end();
  expect((await text(out)).match(/\n/g)).toHaveLength(1);
});
