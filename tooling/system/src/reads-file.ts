import { commands } from './commands.ts';
import { formatted, withNotice, type GeneratedFile } from './generated-file.ts';
import { schemaOf } from './process-schema.ts';
import { wiring } from './wiring.ts';

/**
 * Which variables each process and job reads, as the text of `reads.ts`: from the schemas, which would cost the app host
 * a third of a second and 70 MB to load.
 *
 * @throws Error for a variable that a process needs and nothing fills in
 */
export const readsFile = async (root: string): Promise<GeneratedFile> => {
  const entries: [string, string[]][] = [];
  for (const { name, folder, entry, isByHand } of commands) {
    const schema = await schemaOf(root, folder, entry);
    if (!schema) throw new Error(`${name}: ${folder} has no schema of what ${entry ?? 'it'} reads`);
    for (const [variable, field] of Object.entries(schema.shape)) {
      const isNeeded = !(field as { safeParse(value: unknown): { success: boolean } }).safeParse(undefined)
        .success;
      if (isNeeded && !isByHand && !wiring[variable])
        throw new Error(`${name} needs ${variable}: say in tooling/system/src/wiring.ts where it comes from`);
    }
    entries.push([name, Object.keys(schema.shape).sort()]);
  }
  const text = `/* eslint-disable max-lines -- a variable a line */\nexport const reads: Readonly<Record<string, readonly string[]>> = ${JSON.stringify(Object.fromEntries(entries))};`;
  return formatted(root, { path: 'tooling/system/src/reads.ts', content: withNotice('//', text) });
};
