import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A page that shows the pictures scene by scene, for people to go through. */
export const writeIndex = async (folder: string, files: readonly string[]): Promise<void> => {
  const scenes = Map.groupBy(files, (file) => file.split('.')[0] ?? '');
  const sections = [...scenes].map(
    ([scene, shots]) => `<h2>${scene}</h2><div>${shots.map(figure).join('')}</div>`,
  );
  await mkdir(folder, { recursive: true });
  await writeFile(
    join(folder, 'index.html'),
    `<!doctype html><meta charset="utf-8"><title>Shots</title><style>
body { font: 14px system-ui; margin: 2rem; background: #888 }
div { display: flex; gap: 1rem; align-items: start; overflow-x: auto }
figure { margin: 0; flex: none } img { height: 70vh; display: block; background: #fff }
</style>${sections.join('\n')}\n`,
  );
};

const figure = (file: string): string => {
  const [, language, scheme, width] = file.split('.');
  return `<figure><a href="${file}"><img loading="lazy" src="${file}" alt="${file}"></a><figcaption>${language} ${scheme} ${width}</figcaption></figure>`;
};
