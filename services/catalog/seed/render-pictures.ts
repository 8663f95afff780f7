/** Draws all that the seed products show and writes the pictures: npx pnpm exec node services/catalog/seed/render-pictures.ts */
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import sharp from 'sharp';
import { draw } from './art/draw.ts';
import { seedProducts } from './products.ts';

const folder = new URL('./pictures/', import.meta.url);

await mkdir(folder, { recursive: true });
const pictures = seedProducts.flatMap((product) => product.pictures);
const wanted = new Set(pictures.map(({ file }) => `${file}.webp`));
for (const file of await readdir(folder)) if (!wanted.has(file)) await rm(new URL(file, folder));

const largest = 20 * 1024;

/** Ropes and cable knits are full of edges: they take a lower quality to stay light. */
async function render(svg: string): Promise<Buffer> {
  const drawing = sharp(Buffer.from(svg));
  let picture = await drawing.webp({ quality: 86, effort: 6 }).toBuffer();
  for (let quality = 76; picture.length > largest && quality >= 46; quality -= 10) {
    picture = await drawing.webp({ quality, effort: 6 }).toBuffer();
  }
  return picture;
}

let bytes = 0;
for (const { file, art } of pictures) {
  const picture = await render(draw(art));
  await writeFile(new URL(`${file}.webp`, folder), picture);
  bytes += picture.length;
}
console.log(`${pictures.length} pictures, ${Math.round(bytes / 1024)} KB`);
