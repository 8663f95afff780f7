import type { z } from 'zod';
import { commands } from './commands.ts';
import { schemaOf } from './process-schema.ts';

interface Row {
  name: string;
  byDefault: string;
  about: string;
  readers: string[];
}

interface Definition {
  description?: string;
  options?: readonly string[];
  def: { innerType?: Definition; in?: Definition };
}

/** Wrappers such as `.default()` keep the description on what they wrap. */
const find = (field: Definition, what: (field: Definition) => string | undefined): string | undefined =>
  what(field) ??
  (field.def.innerType ? find(field.def.innerType, what) : field.def.in && find(field.def.in, what));

const rowOf = (name: string, field: z.ZodType, reader: string): Row => {
  const absent = field.safeParse(undefined);
  const definition = field as unknown as Definition;
  const options = find(definition, ({ options: all }) => all && `one of ${all.join(', ')}`);
  const byDefault = absent.success
    ? absent.data === undefined
      ? 'absent'
      : `\`${absent.data}\``
    : 'required';
  return {
    name,
    byDefault: byDefault === '``' ? 'empty' : byDefault,
    about: find(definition, ({ description }) => description) ?? options ?? '',
    readers: [reader],
  };
};

/** One row for a variable that means the same to several. */
const merged = (rows: readonly Row[]): Row[] => {
  const known = new Map<string, Row>();
  for (const row of rows) {
    const key = [row.name, row.byDefault, row.about].join('\n');
    const same = known.get(key);
    if (same) same.readers.push(...row.readers);
    else known.set(key, row);
  }
  return [...known.values()].sort((a, b) => (a.name === b.name ? 0 : a.name < b.name ? -1 : 1));
};

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('<', '&lt;');

/** The environment variables of everything that is run as a Markdown table, made from the schemas that read them. */
export const environmentTable = async (root: string): Promise<string> => {
  const rows = (
    await Promise.all(
      commands.map(async ({ name, folder, entry }) => {
        const schema = await schemaOf(root, folder, entry);
        return Object.entries(schema?.shape ?? {}).map(([variable, field]) =>
          rowOf(variable, field as z.ZodType, name),
        );
      }),
    )
  ).flat();
  const readersOf = (variable: string) =>
    rows.filter(({ name }) => name === variable).flatMap(({ readers }) => readers);
  const servers = readersOf('HOST').join(', ');
  const serversAndJobs = readersOf('LOG_LEVEL').join(', ');
  const whose = (readers: readonly string[]) => {
    const names = readers.join(', ');
    return names === servers ? 'every server' : names === serversAndJobs ? 'every server and job' : names;
  };
  return [
    '| variable | default | meaning | read by |',
    '| --- | --- | --- | --- |',
    ...merged(rows).map(
      ({ name, byDefault, about, readers }) =>
        `| \`${name}\` | ${byDefault} | ${cell(about)} | ${whose(readers)} |`,
    ),
  ].join('\n');
};
