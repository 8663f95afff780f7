import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';

export interface GeneratedFile {
  /** Below the root of the repository. */
  path: string;
  content: string;
}

export const command = 'npx pnpm generate';

export const withNotice = (mark: string, text: string): string =>
  `${mark} Generated from tooling/system/src/processes.ts; change that and run: ${command}\n${text}\n`;

/** In the form that `pnpm format` would give it. */
export const formatted = async (root: string, { path, content }: GeneratedFile): Promise<GeneratedFile> => {
  if (!/\.(ts|yaml|json)$/.test(path)) return { path, content };
  const options = await resolveConfig(join(root, path));
  return { path, content: await format(content, { ...options, filepath: path }) };
};
