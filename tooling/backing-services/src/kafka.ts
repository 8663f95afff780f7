import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { exists, runClient } from './fetch-tool.ts';
import { findProgramVersion, isAtLeast } from './find-program.ts';
import { pickFreePorts } from './free-ports.ts';
import { fetchKafkaJars, haveKafkaJars } from './kafka-jars.ts';
import { requestApiVersions } from './kafka-handshake.ts';
import { kafkaProperties, log4jConfiguration } from './kafka-properties.ts';
import type { Recipe } from './recipe.ts';

// One compiler level and the simplest collector: starts in half the time and idles near zero.
const jvm = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Djava.awt.headless=true'];

/** Apache Kafka in KRaft mode, broker and controller in one process. */
export const kafkaRecipe: Recipe = {
  name: 'kafka',

  async findMissing(toolsDir) {
    const java = await findProgramVersion('java', ['-version'], /version "(\d+(?:\.\d+)*)/);
    if (!isAtLeast(java, 17)) {
      return {
        missing: 'a Java runtime 17 or newer',
        mend: 'install a JDK (e.g. apt-get install openjdk-17-jre-headless, brew install openjdk@21) or set KAFKA_BROKERS',
      };
    }
    if (await haveKafkaJars(toolsDir)) return undefined;
    if (await findProgramVersion('mvn', ['--version'], /Apache Maven (\d+\.\d+)/)) return undefined;
    return {
      missing: 'Maven for its one download',
      mend: 'install it (e.g. apt-get install maven, brew install maven) or set KAFKA_BROKERS',
    };
  },

  async prepare({ dir, toolsDir, ephemeral, progress, signal }, port) {
    const jars = await fetchKafkaJars(toolsDir, () => progress('downloading Kafka (43 MB)…'), signal);
    const [controllerPort = 0] = await pickFreePorts(1);
    const properties = join(dir, 'server.properties');
    const logging = join(dir, 'log4j2.properties');
    await writeFile(properties, kafkaProperties({ port, controllerPort, dir, ephemeral }));
    await writeFile(logging, log4jConfiguration);
    const java = [...jvm, `-Dlog4j2.configurationFile=${logging}`, '-cp', `${jars}/*`];
    if (!(await exists(join(dir, 'data', 'meta.properties')))) {
      progress('formatting its storage');
      const clusterId = randomBytes(16).toString('base64url').replace(/^-/, 'A'); // a leading dash reads as an option
      const format = ['kafka.tools.StorageTool', 'format', '-t', clusterId, '-c', properties];
      await runClient('java', [...java, ...format], dir);
    }
    return {
      command: 'java',
      args: ['-Xms128m', '-Xmx384m', ...java, 'kafka.Kafka', properties],
      stopSignal: 'SIGTERM',
    };
  },

  url: (port) => `127.0.0.1:${port}`,

  /** One answering broker is enough for clients to find the others. */
  async check(url) {
    await Promise.any(url.split(',').map((broker) => requestApiVersions(broker.trim())));
  },
};
