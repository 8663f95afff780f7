import type { Kind, Process, Resources } from './process.ts';

type Usual = Omit<Process, 'name' | 'kind' | 'port' | 'otherPorts' | 'ready' | 'resources'>;

/** All that may be said of a process; what is usual need not be. */
interface Options<Port extends string> extends Partial<Usual> {
  port: number;
  otherPorts?: Readonly<Record<Port, number>>;
  ready?: { port?: Port; path?: string };
  resources?: Partial<Resources>;
}

const usualResources: Resources = { cpu: '50m', memory: 128, memoryLimit: 320, heap: 192 };

/** `ordering-api` of `services/ordering` is the entry `api`; one that is called like its package is the entry of that name. */
const entryOf = (name: string, folder: string): string => {
  const own = folder.slice(folder.lastIndexOf('/') + 1);
  return name.startsWith(`${own}-`) ? name.slice(own.length + 1) : name;
};

const define = <Name extends string, Port extends string>(
  kind: Kind,
  name: Name,
  options: Options<Port> & { folder: string },
): Process<Name, Port> => {
  const { folder } = options;
  return {
    image: folder.slice(folder.lastIndexOf('/') + 1),
    about: '',
    entry: entryOf(name, folder),
    api: name,
    store: undefined,
    jobs: [],
    isPublic: false,
    assets: [],
    natives: [],
    cache: undefined,
    maxReplicas: 6,
    environment: {},
    ...options,
    name,
    kind,
    otherPorts: options.otherPorts ?? ({} as Record<Port, number>),
    ready: { port: options.ready?.port ?? name, path: options.ready?.path ?? '/readyz' },
    resources: { ...usualResources, ...options.resources },
  };
};

type Define = <const Name extends string, const Port extends string = never>(
  name: Name,
  options: Options<Port>,
) => Process<Name, Port>;

/** An API behind the gateway, in `services/<name>`. */
export const service: Define = (name, options) =>
  define('service', name, { folder: `services/${name}`, ...options });

/** Works without being asked: nothing calls it. */
export const worker: Define = (name, options) =>
  define('worker', name, { folder: `services/${name}`, ...options });

/** The one origin that browsers speak to, in `apps/<name>`. */
export const edge: Define = (name, options) => define('edge', name, { folder: `apps/${name}`, ...options });

/** A Next.js application behind the edge, in `apps/<name>`. */
export const pages: Define = (name, options) =>
  define('pages', name, {
    folder: `apps/${name}`,
    entry: undefined,
    // The container runtime says the pod's name here, and Next.js would listen on that address alone.
    environment: { HOSTNAME: '0.0.0.0' },
    cache: { path: `apps/${name}/.next/cache`, size: '256Mi' },
    ...options,
  });

/** Takes the place of what another company runs, while developing and in the demo. */
export const standIn: Define = (name, options) =>
  define('stand-in', name, { folder: `apps/${name}`, ...options });
