import { ownerOf } from '../commands.ts';
import type { Process, Store } from '../process.ts';

const owners = (processes: readonly Process[], store: Store): string[] => [
  ...new Set(processes.filter((process) => process.store === store).map(ownerOf)),
];

const secret = (name: string, literal: string) => `- name: ${name}\n    literals: ['${literal}']`;

/** What the demo gives to each process: the images of this machine, two pods, and a database with its secret. */
export const demoComponent = (deployed: readonly Process[], images: readonly string[]): string => {
  const [postgres, redis, mongodb] = (['postgres', 'redis', 'mongodb'] as const).map((store) =>
    owners(deployed, store),
  ) as [string[], string[], string[]];
  return `apiVersion: kustomize.config.k8s.io/v1alpha1
kind: Component

images:
${images.map((image) => `  - { name: quayside/${image}, newTag: dev }`).join('\n')}

replicas:
${deployed.map(({ name }) => `  - { name: ${name}, count: 2 }`).join('\n')}

configMapGenerator:
  - name: postgres-databases
    files: [databases.sql]

secretGenerator:
  - name: postgres
    literals:
      - POSTGRES_PASSWORD=demo-postgres
${postgres.map((name) => `      - ${passwordOf(name)}=demo-${name}`).join('\n')}
  ${[
    ...postgres.map((name) =>
      secret(`${name}-database`, `DATABASE_URL=postgres://${name}:demo-${name}@postgres:5432/${name}`),
    ),
    ...redis.map((name, at) => secret(`${name}-redis`, `REDIS_URL=redis://:demo-redis@redis:6379/${at}`)),
    ...mongodb.map((name) =>
      secret(`${name}-mongodb`, `MONGODB_URL=mongodb://mongodb:27017/${name}?replicaSet=rs0`),
    ),
  ].join('\n  ')}`;
};

const passwordOf = (name: string) => `${name.toUpperCase().replaceAll('-', '_')}_PASSWORD`;
const variableOf = (name: string) => passwordOf(name).toLowerCase();
const role = (name: string) => (/^\w+$/.test(name) ? name : `"${name}"`);

export const demoDatabases = (deployed: readonly Process[]): string => {
  const names = owners(deployed, 'postgres');
  const each = (line: (name: string) => string) => names.map(line).join('\n');
  return `-- Runs once, on an empty volume: a database and its owner for each service, closed to the others.
${each((name) => `\\getenv ${variableOf(name)} ${passwordOf(name)}`)}

${each((name) => `CREATE ROLE ${role(name)} LOGIN PASSWORD :'${variableOf(name)}';`)}

${each((name) => `CREATE DATABASE ${role(name)} OWNER ${role(name)} ENCODING 'UTF8' TEMPLATE template0;`)}

REVOKE CONNECT ON DATABASE ${names.map(role).join(', ')} FROM PUBLIC;`;
};
