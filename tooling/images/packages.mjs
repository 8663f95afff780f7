// Which npm packages are really inside: those that esbuild took files from, or those found in a folder.
import { existsSync, globSync, readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const describe = (folder) => {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return { name, version, ...(typeof license === 'string' && { license }) };
};

/** Each package once, by name and then by version. */
export const distinct = (packages) =>
  [...new Map(packages.map((one) => [`${one.name}@${one.version}`, one])).entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, one]) => one);

/** The innermost package folder; our own files lie in none. */
const packageFolderOf = (path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0];

/** The packages an esbuild metafile names, seen from the folder esbuild ran in. */
export const bundledPackages = (metafile, from = process.cwd()) => {
  const used = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs));
  const folders = new Set(used.map(packageFolderOf).filter((folder) => folder !== undefined));
  return distinct([...folders].map((folder) => describe(join(from, folder))));
};

/** The packages that lie in a folder as such. */
export const installedPackages = (folder) => {
  const manifests = globSync('**/node_modules/{*,@*/*}/package.json', { cwd: folder });
  return distinct(manifests.map((manifest) => describe(dirname(join(folder, manifest)))).filter(isPackage));
};

/** Every package that a package depends on at run time, and what those depend on. */
export const productionPackages = (folder) => {
  const seen = new Map();
  const visit = (at) => {
    const real = realpathSync(at);
    if (seen.has(real)) return;
    const manifest = JSON.parse(readFileSync(join(real, 'package.json'), 'utf8'));
    seen.set(real, manifest.private ? undefined : describe(real));
    const { dependencies = {}, optionalDependencies = {} } = manifest;
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      const found = createRequire(join(real, 'package.json'))
        .resolve.paths(name)
        ?.map((path) => join(path, name))
        .find((path) => existsSync(join(path, 'package.json')));
      if (found) visit(found);
    }
  };
  visit(folder);
  return distinct([...seen.values()].filter((one) => one !== undefined));
};

/** Folders inside a package may carry a bare package.json that only sets the module kind. */
const isPackage = ({ name, version }) => name !== undefined && version !== undefined;
