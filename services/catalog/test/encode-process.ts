import { readFile } from 'node:fs/promises';
import { createPictureEncoder } from '../src/clients/picture-encoder.ts';

// Says how much memory a process has ever held that does nothing but encode one picture.
const file = await readFile(process.argv[2] ?? '');
const before = process.resourceUsage().maxRSS;
const { sizes } = await createPictureEncoder().encode(file);
process.stdout.write(
  JSON.stringify({ grownKb: process.resourceUsage().maxRSS - before, sizes: sizes.length }),
);
