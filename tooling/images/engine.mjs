// What builds images here: docker if its daemon answers, else podman, else buildah.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { megabytes } from './table.mjs';

const answers = { docker: ['version'], podman: ['info'], buildah: ['version'] };
const isThere = (name) => spawnSync(name, answers[name], { stdio: 'ignore', timeout: 20_000 }).status === 0;
const output = (command, ...args) => execFileSync(command, args, { encoding: 'utf8' }).trim();

/** How one file comes out of an image that is not running. */
const takeOut = (name, image, from, to) => {
  if (name === 'buildah') {
    const container = output('buildah', 'from', '--pull-never', image);
    try {
      cpSync(join(output('buildah', 'mount', container), from), to);
    } finally {
      output('buildah', 'rm', container);
    }
    return;
  }
  const container = output(name, 'create', image);
  try {
    output(name, 'cp', `${container}:${from}`, to);
  } finally {
    output(name, 'rm', container);
  }
};

const sizeOf = (name, image) =>
  name === 'buildah'
    ? JSON.parse(output('buildah', 'images', '--json', image))[0].size
    : megabytes(Number(output(name, 'image', 'inspect', '--format', '{{.Size}}', image)));

export const findEngine = (wanted) => {
  const name = wanted ?? Object.keys(answers).find(isThere);
  if (!name || !(name in answers))
    throw new Error('Install docker, podman or buildah; none of them answers here.');
  return {
    name,
    build: ({ target, tags, labels, extra, context }) =>
      execFileSync(
        name,
        [
          ...['build', '--target', target, ...tags.flatMap((tag) => ['--tag', tag])],
          ...Object.entries(labels).flatMap(([key, value]) => [
            '--label',
            `org.opencontainers.image.${key}=${value}`,
          ]),
          ...['version', 'revision'].flatMap((key) => [
            '--build-arg',
            `BUILD_${key.toUpperCase()}=${labels[key]}`,
          ]),
          // Without this, buildah forgets its steps and installs again for each image.
          ...(name === 'buildah' ? ['--layers'] : []),
          ...extra,
          context,
        ],
        { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, DOCKER_BUILDKIT: '1' } },
      ),
    sizeOf: (image) => sizeOf(name, image),
    takeOut: (image, from, to) => takeOut(name, image, from, to),
  };
};
