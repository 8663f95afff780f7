// Bundles the entry files of the package it is run in (those that are named, else those of its image) to `dist/<entry>.js`. One
// file per process starts several times faster than a tree of modules, and a service needs no node_modules but the native
// packages named here.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { entriesOf } from './images/entries.mjs';
import { bundledPackages } from './images/packages.mjs';

/** Native code, worker files, and optional parts of libraries that nobody installed. */
const outside = ['@node-rs/argon2', 'pino-pretty', 'pg-native', 'cardinal', 'sharp'];
const optionalOfMongodb = [
  '@aws-sdk/credential-providers',
  '@mongodb-js/zstd',
  'gcp-metadata',
  'kerberos',
  'mongodb-client-encryption',
  'snappy',
  'socks',
];

/** A module that reads a file from its own folder finds none beside a bundle: the file becomes a part of it. */
const filesOfModules = {
  name: 'files-of-modules',
  setup({ onLoad }) {
    onLoad({ filter: /@platformatic[/\\]wasm-utils[/\\]dist[/\\]index\.js$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      const contents = source.replace(
        /readFileSync\(new URL\(('[^']+\.wasm'), import\.meta\.url\)\)/,
        '(await import($1)).default',
      );
      return contents === source
        ? { errors: [{ text: `${path} reads its file in another way` }] }
        : { contents };
    });
  },
};

const named = process.argv.slice(2);
const entries = named.length > 0 ? named : entriesOf('.');

rmSync('dist', { recursive: true, force: true });
const { metafile } = await build({
  entryPoints: entries,
  outdir: 'dist',
  bundle: true,
  splitting: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  sourcemap: true,
  metafile: true,
  loader: { '.wasm': 'binary' },
  plugins: [filesOfModules],
  external: [...outside, ...optionalOfMongodb],
  // CommonJS libraries inside an ES module still call require for Node's own modules.
  banner: {
    js: "import { createRequire as $createRequire } from 'node:module'; const require = $createRequire(import.meta.url); const __filename = import.meta.filename; const __dirname = import.meta.dirname;",
  },
  logLevel: 'warning',
});
// What the bundle is made of, for the bill of materials of its image.
writeFileSync('dist/packages.json', JSON.stringify(bundledPackages(metafile)));
