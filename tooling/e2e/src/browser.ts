import { chromium, type Browser } from 'playwright-core';
import { packagedChromium } from './packaged-chromium.ts';
import { systemChromiums, type Program } from './system-chromium.ts';

/** Ours alone: those that `@sparticuz/chromium` proposes keep all in one process, which a second visitor ends. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const mend = 'install Chromium or Chrome (e.g. apt-get install chromium), or name one with CHROMIUM_PATH';

/** No browser starts on this machine. The message is one line: what was tried, and what to do. */
export class NoBrowser extends Error {
  constructor(faults: readonly string[]) {
    super(`No browser starts here (${faults.join('; ')}): ${mend}`);
    this.name = 'NoBrowser';
    // Nobody mends a machine by reading where in the code it was found wanting, and jest would show it.
    this.stack = this.message;
  }
}

interface Search {
  flags?: readonly string[];
  /** The only browser to try; empty: the first that starts. */
  path?: string;
  /** Folders of the system's browsers, as in PATH. */
  searchPath?: string;
}

/**
 * The system's Chromium, else the one in the npm package `@sparticuz/chromium`. One that does not start, such as the
 * stand-in that some systems have for a package of their own, is passed over.
 *
 * @throws NoBrowser
 */
export const launchBrowser = async ({
  flags: more = [],
  path = process.env['CHROMIUM_PATH'] ?? '',
  searchPath = process.env['PATH'] ?? '',
}: Search = {}): Promise<Browser> => {
  const launch = ({ path: executablePath, env }: Program) =>
    chromium.launch({ executablePath, args: [...flags, ...more], ...(env && { env: present(env) }) });
  const installed = path !== '' ? [{ path }] : await systemChromiums(searchPath);
  const faults: string[] = [];
  for (const program of installed) {
    try {
      return await launch(program);
    } catch (error) {
      faults.push(`${program.path}: ${reasonOf(error)}`);
    }
  }
  if (path !== '') throw new NoBrowser(faults);
  try {
    return await launch(await packagedChromium());
  } catch (error) {
    throw new NoBrowser([...faults, reasonOf(error)]);
  }
};

const present = (env: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );

/** What the browser itself said last before it ended, else the first line of playwright's report. */
const reasonOf = (error: unknown): string => {
  const lines = String((error as Error).message).split('\n');
  const own = lines.map((line) => /\[err\] (.+)$/.exec(line)?.[1]).find((line) => line !== undefined);
  return (own ?? lines[0] ?? '').replace('browserType.launch: ', '').trim();
};
