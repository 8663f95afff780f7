import { backingNames, backingTitles } from './backing.ts';
import type { BackingName, BackingOptions } from './backing.ts';
import { recipes } from './recipes.ts';

/** Something to install before a backing service can run here. */
export interface MissingPrerequisite {
  name: BackingName;
  missing: string;
  mend: string;
  /** The whole as one line. */
  line: string;
}

/**
 * What has to be installed before `startBacking` with the same options can work; an empty list when nothing is
 * missing. What was already fetched into `toolsDir` is not asked for again.
 */
export async function checkPrerequisites(
  options: Pick<BackingOptions, 'toolsDir' | 'only' | 'external'>,
): Promise<MissingPrerequisite[]> {
  const names = (options.only ?? backingNames).filter((name) => !options.external?.[name]);
  const found = await Promise.all(names.map((name) => findMissing(name, options.toolsDir)));
  return found.filter((missing) => missing !== undefined);
}

async function findMissing(name: BackingName, toolsDir: string): Promise<MissingPrerequisite | undefined> {
  const found = await recipes[name].findMissing(toolsDir);
  if (!found) return undefined;
  return { name, ...found, line: `${backingTitles[name]} needs ${found.missing}: ${found.mend}` };
}
