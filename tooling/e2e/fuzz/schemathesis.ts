import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fetchTool, runClient } from '@quayside/backing-services';

const version = '4.32.5';
const config = join(import.meta.dirname, 'schemathesis.toml');
const program = 'import sys; from schemathesis.cli import schemathesis; sys.exit(schemathesis())';

/**
 * Fetches Schemathesis once, with pip, into a folder of its own.
 *
 * @returns the folder that Python finds it in
 */
export const fetchSchemathesis = (toolsDir: string): Promise<string> =>
  fetchTool(toolsDir, `schemathesis-${version}`, async (into) => {
    const calm = ['--quiet', '--disable-pip-version-check', '--no-input', '--root-user-action=ignore'];
    const wanted = ['--only-binary=:all:', '--target', into, `schemathesis==${version}`];
    await runClient('python3', ['-m', 'pip', 'install', ...calm, ...wanted], into, {
      as: `pip install schemathesis==${version}`,
    });
  });

export interface FuzzRun {
  /** Address of the description. */
  readonly description: string;
  /** The operations of it that are called: `GET /api/v1/items`. */
  readonly operations: readonly string[];
  readonly origin: string;
  /** The value of the session's cookie; absent for a stranger. */
  readonly session?: string | undefined;
  /** `positive`: only what the description allows. */
  readonly mode: 'all' | 'positive';
  readonly phases: string;
}

/**
 * Calls routes of a description with what it allows and what it does not, always the same.
 *
 * @returns whether each answer was one that the description has, and what was said of them
 */
export const fuzz = async (
  folder: string,
  { description, operations, origin, session, mode, phases }: FuzzRun,
): Promise<{ fits: boolean; said: string }> => {
  const options = [
    // One worker: with two, Hypothesis now and then fails on what it has cached of its own source.
    ...['--workers', '1', '--phases', phases, '--max-examples', '10', '--generation-deterministic'],
    ...operations.flatMap((name) => ['--include-name', name]),
    ...['--request-timeout', '10', '--continue-on-failure'],
    ...['--suppress-health-check', 'all', '--warnings', 'off', '--no-color', '--mode', mode],
    ...['--url', origin],
  ];
  const run = spawn('python3', ['-c', program, '--config-file', config, 'run', description, ...options], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PYTHONPATH: folder, PYTHONDONTWRITEBYTECODE: '1', SESSION: session ?? '' },
  });
  let said = '';
  for (const stream of [run.stdout, run.stderr])
    stream.on('data', (chunk: Buffer) => (said += String(chunk)));
  const [code] = (await once(run, 'close')) as [number | null];
  return { fits: code === 0, said };
};
