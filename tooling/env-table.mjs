// The environment variables of every process as a Markdown table, made from the zod schemas that read them.
// `node tooling/env-table.mjs` writes the table into the README; with `--check` it only compares and fails if they differ.
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const readme = join(root, 'README.md');
const [from, to] = ['<!-- environment:start -->', '<!-- environment:end -->'];

/** `…/services/catalog/src/main/config.ts` and its export `migrateConfig` is the process "catalog migrate". */
const processName = (file, exported) => {
  const folder = file.split('/').at(-4);
  const own = exported.replace(/Config$/, '');
  return folder.endsWith(own) ? folder : `${folder} ${own}`;
};

/** Wrappers such as `.default()` keep the description on what they wrap. */
const find = (field, what) =>
  what(field) ??
  (field.def.innerType ? find(field.def.innerType, what) : field.def.in && find(field.def.in, what));

const rowOf = (name, field, process) => {
  const absent = field.safeParse(undefined);
  const options = find(field, ({ options }) => options && `one of ${options.join(', ')}`);
  const byDefault = absent.success
    ? absent.data === undefined
      ? 'absent'
      : `\`${absent.data}\``
    : 'required';
  return {
    name,
    byDefault: byDefault === '``' ? 'empty' : byDefault,
    about: find(field, ({ description }) => description) ?? options ?? '',
    processes: [process],
  };
};

const schemaRows = async (file) =>
  Object.entries(await import(join(root, file))).flatMap(([exported, schema]) =>
    Object.entries(schema.shape ?? {}).map(([name, field]) =>
      rowOf(name, field, processName(file, exported)),
    ),
  );

/** Next.js code cannot be imported outside of Next.js, so its schema is read as text: `NAME: field.default(value)`. */
const storefrontRows = () => {
  const source = readFileSync(join(root, 'apps/storefront/src/env.ts'), 'utf8');
  const fields = source.matchAll(
    /(?:\/\*\* ([^\n]*) \*\/\s+)?\b([A-Z][A-Z_]+): [^\n]*?(?:\.default\('?([^')]*)'?\))?,\n/g,
  );
  return [...fields].map(([, about, name, byDefault]) => ({
    name,
    byDefault: byDefault === undefined ? 'required' : `\`${byDefault}\``,
    about: about ? about[0].toLowerCase() + about.slice(1).replace(/\.$/, '') : 'port to listen on',
    processes: ['storefront'],
  }));
};

/** One row for a variable that means the same to several processes. */
const merged = (rows) => {
  const known = new Map();
  for (const row of rows) {
    const key = [row.name, row.byDefault, row.about].join('\n');
    const same = known.get(key);
    if (same) same.processes.push(...row.processes);
    else known.set(key, row);
  }
  return [...known.values()].sort((a, b) => (a.name === b.name ? 0 : a.name < b.name ? -1 : 1));
};

const files = globSync('{apps,services}/*/src/main/config.ts', { cwd: root }).sort();
const rows = [...(await Promise.all(files.map(schemaRows))).flat(), ...storefrontRows()];
const readersOf = (wanted) =>
  rows.filter(({ name }) => name === wanted).flatMap(({ processes }) => processes);
const servers = readersOf('HOST').join(', ');
const serversAndJobs = readersOf('LOG_LEVEL').join(', ');
const whose = (processes) => {
  const names = processes.join(', ');
  return names === servers ? 'every server' : names === serversAndJobs ? 'every server and job' : names;
};
const cell = (text) => text.replaceAll('|', '\\|').replaceAll('<', '&lt;');
const lines = merged(rows).map(
  ({ name, byDefault, about, processes }) =>
    `| \`${name}\` | ${byDefault} | ${cell(about)} | ${whose(processes)} |`,
);
const table = ['| variable | default | meaning | read by |', '| --- | --- | --- | --- |', ...lines].join(
  '\n',
);

const text = readFileSync(readme, 'utf8');
const [before, after] = [text.indexOf(from) + from.length, text.indexOf(to)];
if (before < from.length || after < 0) throw new Error(`README.md has no ${from} … ${to}`);
const wanted = `${text.slice(0, before)}\n${table}\n${text.slice(after)}`;

if (process.argv.includes('--check')) {
  if (wanted !== text)
    console.log('README.md differs from the schemas; run: npx pnpm exec node tooling/env-table.mjs');
  process.exitCode = wanted === text ? 0 : 1;
} else {
  writeFileSync(readme, wanted);
}
