// Which files of a package become files of its image.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** For measuring, run from the sources alone: `seed-many.ts` and its like. */
const isForMeasuring = (name) => name.endsWith('-many.ts');

/** What runs a service, a job or a process, from the folder of its package. */
export const entriesOf = (folder) =>
  readdirSync(join(folder, 'src/main'))
    .filter((name) => name.endsWith('.ts') && !isForMeasuring(name))
    .map((name) => join('src/main', name))
    .filter((path) =>
      /\brun(Service|Job|Process|CarryOver)\(/.test(readFileSync(join(folder, path), 'utf8')),
    );
