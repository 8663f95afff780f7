import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

/** A browser that can be started, and the environment it needs. */
export interface Program {
  path: string;
  env?: NodeJS.ProcessEnv;
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Every Chromium or Chrome of the system, those on `searchPath` first. Whether it works is not known. */
export const systemChromiums = async (searchPath: string): Promise<Program[]> => {
  const folders = searchPath.split(delimiter).filter((folder) => folder !== '');
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  const found: Program[] = [];
  for (const path of [...onPath, ...(process.platform === 'darwin' ? applications : [])]) {
    const runs = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (runs) found.push({ path });
  }
  return found;
};
