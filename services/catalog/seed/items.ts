import { bags } from './items/bags.ts';
import { footwear } from './items/footwear.ts';
import { galley } from './items/galley.ts';
import { hardware } from './items/hardware.ts';
import { instruments } from './items/instruments.ts';
import { jackets } from './items/jackets.ts';
import { knitwear } from './items/knitwear.ts';
import { shelter } from './items/shelter.ts';
import type { SeedItem } from './seed-item.ts';

const shelves = [jackets, instruments, bags, knitwear, shelter, galley, footwear, hardware];
const longest = Math.max(...shelves.map((shelf) => shelf.length));

/**
 * The stock of the shop. An item's id is its position plus one, so the order is that of the default list:
 * one item of each type in turn.
 */
export const seedItems: readonly SeedItem[] = Array.from({ length: longest }, (_, row) =>
  shelves.flatMap((shelf) => shelf[row] ?? []),
).flat();
