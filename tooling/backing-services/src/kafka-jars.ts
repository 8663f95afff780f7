import { readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { exists, fetchTool, runClient } from './fetch-tool.ts';

const version = '4.1.0';
const folder = `kafka-${version}`;

// The logging binding is what the broker's own distribution adds: without it a broker that fails says nothing.
const pom = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>quayside</groupId>
  <artifactId>kafka-jars</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencies>
    <dependency>
      <groupId>org.apache.kafka</groupId>
      <artifactId>kafka_2.13</artifactId>
      <version>${version}</version>
    </dependency>
    <dependency>
      <groupId>org.apache.logging.log4j</groupId>
      <artifactId>log4j-slf4j-impl</artifactId>
      <version>2.24.3</version>
    </dependency>
  </dependencies>
</project>
`;

/** Fetches Kafka's jars with Maven once; returns their folder. */
export function fetchKafkaJars(
  toolsDir: string,
  announce: () => void,
  signal?: AbortSignal,
): Promise<string> {
  return fetchTool(
    toolsDir,
    folder,
    async (into) => {
      announce();
      await writeFile(join(into, 'pom.xml'), pom);
      await runClient('mvn', ['-q', '-B', 'dependency:copy-dependencies', '-DoutputDirectory=lib'], into, {
        signal,
      });
      for (const jar of await readdir(join(into, 'lib')))
        await rename(join(into, 'lib', jar), join(into, jar));
      await rm(join(into, 'lib'), { recursive: true });
      await rm(join(into, 'pom.xml'));
    },
    signal,
  );
}

/** True when no download is needed any more. */
export function haveKafkaJars(toolsDir: string): Promise<boolean> {
  return exists(join(toolsDir, folder));
}
