import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const patienceMs = 20_000;

/** A command line that understands `compose.yaml`, and has an engine behind it. */
export interface ComposeEngine {
  command: string;
  /** What comes before the arguments of compose. */
  args: readonly string[];
}

interface Candidate extends ComposeEngine {
  /** Answers only when the engine runs, which `compose version` does not ask. */
  engine: readonly [command: string, ...args: string[]];
}

const docker = ['docker', 'version', '--format', '{{.Server.Version}}'] as const;
const podman = ['podman', 'info', '--format', '{{.Version.Version}}'] as const;

const candidates: readonly Candidate[] = [
  { command: 'docker', args: ['compose'], engine: docker },
  { command: 'docker-compose', args: [], engine: docker },
  { command: 'podman', args: ['compose'], engine: podman },
  { command: 'podman-compose', args: [], engine: podman },
];

/**
 * The first compose of this machine whose engine runs; else why there is none, for each that is there: an engine that
 * is not started, or a compose plugin that is not installed.
 */
export async function findComposeEngine(
  env: NodeJS.ProcessEnv,
): Promise<{ found: ComposeEngine } | { found: undefined; faults: string[] }> {
  const faults = new Set<string>();
  for (const { command, args, engine } of candidates) {
    const installed = await fails(command, [...args, 'version'], env);
    if (installed === 'absent') continue;
    const [program, ...question] = engine;
    const stopped = await fails(program, question, env);
    if (!installed && !stopped) return { found: { command, args } };
    if (stopped && stopped !== 'absent') faults.add(`${program} does not run (${stopped})`);
    else if (installed) faults.add(`"${[command, ...args].join(' ')}" is not installed (${installed})`);
  }
  return { found: undefined, faults: [...faults] };
}

/** Undefined when the command ends well; else its last word. */
async function fails(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<string | undefined> {
  try {
    await run(command, args, { env, timeout: patienceMs });
    return undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'absent' : lastWord(error);
  }
}

const tellsOfFault = /error|denied|refused|cannot|unable|unknown|no such|not found|in use|timeout/i;

/** The line of a failed command that says why: the last that sounds like it, else the last. */
export function lastWord(error: unknown): string {
  const {
    stderr = '',
    stdout = '',
    message,
  } = error as { stderr?: string; stdout?: string; message: string };
  const lines = `${stdout}\n${stderr}`
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return lines.findLast((line) => tellsOfFault.test(line)) ?? lines.at(-1) ?? message.split('\n')[0] ?? '';
}
