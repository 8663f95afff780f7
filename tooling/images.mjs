// Builds the images of all processes, or those named, and writes down what is inside each:
// `pnpm images [--tag T] [--load CMD] [--engine docker|podman|buildah] [image…] [-- arguments for the build]`.
// `--load 'kind load docker-image'` runs that command with each reference, to bring the images to a cluster.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { images } from '@quayside/system';
import { readArguments } from './images/arguments.mjs';
import { findEngine } from './images/engine.mjs';
import { table } from './images/table.mjs';

const root = join(import.meta.dirname, '..');
const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();

const options = readArguments(
  process.argv.slice(2),
  images.map(({ name }) => name),
);
const engine = findEngine(options.engine);
const tag = options.tag ?? git('describe', '--always', '--dirty', '--exclude', '*');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const labels = {
  version,
  revision: git('rev-parse', 'HEAD'),
  // The commit's time, so that the same commit makes the same image.
  created: git('show', '-s', '--format=%cI', 'HEAD'),
};
const boms = join(root, '.quayside/sbom');
mkdirSync(boms, { recursive: true });

const rows = options.images.map((name) => {
  const [image, dev] = [tag, 'dev'].map((one) => `${options.repository}/${name}:${one}`);
  const from = Date.now();
  engine.build({ target: name, tags: [image, dev], labels, extra: options.engineArguments, context: root });
  const seconds = ((Date.now() - from) / 1000).toFixed(1);
  const bom = join(boms, `${name}.cdx.json`);
  engine.takeOut(image, '/app/sbom.json', bom);
  const { components } = JSON.parse(readFileSync(bom, 'utf8'));
  for (const reference of options.load ? [image, dev] : []) {
    execFileSync('sh', ['-c', `${options.load} "$1"`, 'load', reference], { stdio: 'inherit' });
  }
  const ofNpm = components.filter(({ purl }) => purl.startsWith('pkg:npm/')).length;
  return { image, size: engine.sizeOf(image), 'npm packages': ofNpm, seconds };
});
console.log(`\n${table(rows).join('\n')}\n\nBuilt with ${engine.name}. Bills of materials: .quayside/sbom`);
