import { parseArgs } from 'node:util';

/** `[--tag T] [--load CMD] [--engine E] [image…] [-- arguments for the engine's build]`; no image means all of them. */
export const readArguments = (argv, known) => {
  const split = argv.indexOf('--');
  const own = split < 0 ? argv : argv.slice(0, split);
  const { values, positionals } = parseArgs({
    args: own,
    allowPositionals: true,
    options: {
      tag: { type: 'string' },
      load: { type: 'string' },
      engine: { type: 'string' },
      repository: { type: 'string', default: 'quayside' },
    },
  });
  const unknown = positionals.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new Error(`No image is called ${unknown.join(', ')}. There are ${known.join(', ')}.`);
  return {
    ...values,
    images: positionals.length > 0 ? known.filter((name) => positionals.includes(name)) : known,
    engineArguments: split < 0 ? [] : argv.slice(split + 1),
  };
};
