import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { formatted, withNotice, type GeneratedFile } from './generated-file.ts';
import { processes } from './processes.ts';

const contracts = 'libs/contracts/src';

/** The services whose folder of the published language has this file, in the order of their start. */
const servicesWith = async (root: string, file: string): Promise<string[]> => {
  const names = processes.filter(({ kind }) => kind === 'service').map(({ api }) => api);
  const isThere = await Promise.all(
    names.map((name) =>
      access(join(root, contracts, name, file)).then(
        () => true,
        () => false,
      ),
    ),
  );
  return names.filter((_, index) => isThere[index]);
};

const apis = (names: readonly string[]): string =>
  `${[...names, 'gateway'].map((name) => `import { ${name}Api } from './${name}/routes.ts';`).join('\n')}

/** The APIs behind the gateway, by the name of the process that serves each. */
export const serviceApis = { ${names.map((name) => `${name}: ${name}Api`).join(', ')} };
export type ServiceName = keyof typeof serviceApis;

/** Every API of the shop. */
export const apis = { gateway: gatewayApi, ...serviceApis };`;

const families = (names: readonly string[]): string =>
  `${names.map((name) => `import * as ${name} from '../${name}/events.ts';`).join('\n')}

/** What each service exports beside its events, too. */
export const families = { ${names.join(', ')} };`;

/** What leads to each service's part of the published language: whoever has one is not forgotten. */
export const contractFiles = async (root: string): Promise<GeneratedFile[]> => {
  const files = [
    { path: `${contracts}/apis.ts`, content: apis(await servicesWith(root, 'routes.ts')) },
    { path: `${contracts}/events/families.ts`, content: families(await servicesWith(root, 'events.ts')) },
  ];
  return Promise.all(
    files.map(({ path, content }) => formatted(root, { path, content: withNotice('//', content) })),
  );
};
