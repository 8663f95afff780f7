import type { Redis } from 'ioredis';
import { checkOut } from './scripts/check-out.ts';
import { giveCouponBack, noteCouponUse } from './scripts/coupon-uses.ts';
import { keepCampaign } from './scripts/keep-campaign.ts';
import { keepItem, removeItem } from './scripts/keep-item.ts';
import { keepSettings } from './scripts/keep-settings.ts';
import { keepStock } from './scripts/keep-stock.ts';
import { mergeBaskets } from './scripts/merge-baskets.ts';
import { readBasket } from './scripts/read-basket.ts';
import { addWish, mergeWishes } from './scripts/wishlists.ts';
import { dropDraft, saveDraft } from './scripts/save-draft.ts';
import { saveBasket } from './scripts/save-basket.ts';

type Argument = string | number;
type Script<Reply> = (...keysThenArguments: Argument[]) => Promise<Reply>;

/**
 * Version, lines, items and how many there are of each (in the order asked for), campaigns, checkout record, choice, version
 * of the sales settings, these if they are not those known, the coupon of the code, and how often it was used, by anybody and
 * by whose basket it is.
 */
export type BasketReply = [
  version: string,
  lines: string,
  items: (string | null)[],
  stock: (string | null)[],
  campaigns: string[],
  checkout: string | null,
  choice: string | null,
  settingsVersion: string | null,
  settings: string | null,
  coupon: string | null,
  couponUses: string | null,
  ownUses: string | null,
];

/** A connection with the basket's scripts as commands; each script's file says its keys and arguments. */
export interface ScriptedRedis {
  readBasket: Script<BasketReply>;
  saveBasket: Script<0 | 1>;
  saveDraft: Script<0 | 1>;
  dropDraft: Script<0 | 1>;
  checkOutBasket: Script<['done'] | ['stale'] | ['remembered', string]>;
  mergeBaskets: Script<0 | 1>;
  addWish: Script<0 | 1>;
  mergeWishes: Script<1>;
  keepItem: Script<0 | 1>;
  keepStock: Script<0 | 1>;
  removeItem: Script<0 | 1>;
  keepCampaign: Script<0 | 1>;
  keepSettings: Script<0 | 1>;
  noteCouponUse: Script<0 | 1>;
  giveCouponBack: Script<0 | 1>;
  /** Scripts that go to Redis in one write, and are not one step. */
  pipeline(): ScriptedPipeline;
}

interface ScriptedPipeline {
  keepItem(...keysThenArguments: Argument[]): ScriptedPipeline;
  keepStock(...keysThenArguments: Argument[]): ScriptedPipeline;
  noteCouponUse(...keysThenArguments: Argument[]): ScriptedPipeline;
  giveCouponBack(...keysThenArguments: Argument[]): ScriptedPipeline;
  exec(): Promise<[error: Error | null, reply: unknown][] | null>;
}

export function defineScripts(redis: Redis): ScriptedRedis {
  redis.defineCommand('readBasket', { numberOfKeys: 9, lua: readBasket, readOnly: true });
  redis.defineCommand('saveBasket', { numberOfKeys: 1, lua: saveBasket });
  redis.defineCommand('checkOutBasket', { numberOfKeys: 7, lua: checkOut });
  redis.defineCommand('saveDraft', { numberOfKeys: 10, lua: saveDraft });
  redis.defineCommand('dropDraft', { numberOfKeys: 9, lua: dropDraft });
  redis.defineCommand('mergeBaskets', { numberOfKeys: 2, lua: mergeBaskets });
  redis.defineCommand('addWish', { numberOfKeys: 1, lua: addWish });
  redis.defineCommand('mergeWishes', { numberOfKeys: 5, lua: mergeWishes });
  redis.defineCommand('keepItem', { numberOfKeys: 3, lua: keepItem });
  redis.defineCommand('keepStock', { numberOfKeys: 3, lua: keepStock });
  redis.defineCommand('removeItem', { numberOfKeys: 3, lua: removeItem });
  redis.defineCommand('keepCampaign', { numberOfKeys: 2, lua: keepCampaign });
  redis.defineCommand('keepSettings', { numberOfKeys: 1, lua: keepSettings });
  redis.defineCommand('noteCouponUse', { numberOfKeys: 3, lua: noteCouponUse });
  redis.defineCommand('giveCouponBack', { numberOfKeys: 3, lua: giveCouponBack });
  return redis as unknown as ScriptedRedis;
}
