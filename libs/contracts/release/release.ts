// Records the schemas of all event types as released: `npx pnpm exec node libs/contracts/release/release.ts`. From then on they only
// gain optional fields; a breaking change is refused here, and by the tests.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { breakingChanges } from './breaking-changes.ts';
import { eventSchemas } from './event-schemas.ts';
import { releasedFolder, releasedSchemas } from './released-schemas.ts';

const released = await releasedSchemas();
for (const [type, schema] of eventSchemas()) {
  const broken = breakingChanges(released.get(type) ?? schema, schema);
  if (broken.length > 0) {
    console.error(`${type}: ${broken.join('; ')}. Publish a new version of the type instead.`);
    process.exitCode = 1;
  } else {
    await writeFile(join(releasedFolder, `${type}.json`), `${JSON.stringify(schema, null, 2)}\n`);
  }
}
