// Lays out what the images hold, each in a folder of its name with its bill of materials: those of the bundler or that of
// Next.js, whichever was built: `node tooling/image-files.mjs --bundles /out`.
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  realpathSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { images } from '@quayside/system';
import { distinct, installedPackages, productionPackages } from './images/packages.mjs';
import { bill, debianPackages } from './images/sbom.mjs';

const root = join(import.meta.dirname, '..');
const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** Beside the real folder of a package lie links to those that it needs, those of its platform among them. */
const packagesIn = (modules) =>
  readdirSync(modules)
    .filter((name) => name !== '@types')
    .flatMap((name) =>
      name.startsWith('@') ? readdirSync(join(modules, name)).map((inner) => join(name, inner)) : [name],
    );

/** A bundle, the folders it reads, and the native packages it cannot hold; no source maps: nothing reads them. */
const layOutBundle = ({ folder, assets = [], natives = [] }, to) => {
  const from = join(root, folder);
  for (const file of globSync('*.js', { cwd: join(from, 'dist') })) {
    cpSync(join(from, 'dist', file), join(to, 'dist', file));
  }
  for (const asset of assets) cpSync(join(from, asset), join(to, asset), { recursive: true });
  for (const native of natives) {
    const real = realpathSync(join(from, 'node_modules', native));
    const modules = real.slice(0, -native.length);
    for (const name of packagesIn(modules)) {
      cpSync(realpathSync(join(modules, name)), join(to, 'node_modules', name), { recursive: true });
    }
  }
  const { name, version } = readJson(join(from, 'package.json'));
  writeFileSync(join(to, 'package.json'), JSON.stringify({ name, version, type: 'module', private: true }));
  return [...readJson(join(from, 'dist/packages.json')), ...installedPackages(to)];
};

/**
 * Next.js traces the files its server needs; what its compiler took into chunks is known by dependency only. Beside it lies what is
 * loaded before it where it listens by TLS.
 */
const layOutStandalone = ({ folder }, to) => {
  const from = join(root, folder);
  cpSync(join(from, '.next/standalone'), to, { recursive: true, verbatimSymlinks: true });
  cpSync(join(from, '.next/static'), join(to, folder, '.next/static'), { recursive: true });
  for (const file of globSync('*.js', { cwd: join(from, 'dist') })) {
    cpSync(join(from, 'dist', file), join(to, folder, 'dist', file));
  }
  const bundled = readJson(join(from, 'dist/packages.json'));
  return [...productionPackages(from), ...bundled, ...installedPackages(to)];
};

const layOut = (image, to) => {
  mkdirSync(to, { recursive: true });
  const npm = distinct(image.standalone ? layOutStandalone(image, to) : layOutBundle(image, to));
  const dpkg = '/var/lib/dpkg/status';
  const sbom = bill({
    image: image.name,
    version: readJson(join(root, image.folder, 'package.json')).version,
    nodeVersion: process.versions.node,
    npm,
    debian: existsSync(dpkg) ? debianPackages(readFileSync(dpkg, 'utf8')) : [],
  });
  writeFileSync(join(to, 'sbom.json'), JSON.stringify(sbom, null, 1));
};

const [which, to] = process.argv.slice(2);
if (!['--bundles', '--standalone'].includes(which) || !to)
  throw new Error('Use: node tooling/image-files.mjs --bundles|--standalone <folder>');
for (const image of images.filter(({ standalone }) => standalone === (which === '--standalone'))) {
  layOut(image, join(to, image.name));
}
