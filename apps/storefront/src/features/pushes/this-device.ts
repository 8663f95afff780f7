import type { PushSubscriptionBody } from '@quayside/contracts';
import { endPushes, subscribeToPushes } from '../../api/browser/pushes.ts';

const storeKey = 'told-on-this-device';

/** Accounts and orders that this browser was subscribed for; whether it still is says its own subscription. */
const keptSubjects = (): string[] => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storeKey) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : [];
  } catch {
    return [];
  }
};

const canBeTold = (): boolean =>
  'serviceWorker' in navigator && 'PushManager' in globalThis && 'Notification' in globalThis;

/** Waits for the worker, which is not there while developing and where a page is not secure. */
const manager = async (): Promise<PushManager> => (await navigator.serviceWorker.ready).pushManager;

export type DeviceState = 'told' | 'not told' | 'denied';

/** How this browser stands to messages about a subject; undefined where it can show none. */
export const stateOf = async (subject: string): Promise<DeviceState | undefined> => {
  if (!canBeTold()) return undefined;
  const subscription = await (await manager()).getSubscription();
  if (Notification.permission === 'denied') return 'denied';
  return subscription && keptSubjects().includes(subject) ? 'told' : 'not told';
};

const subscribed = async (publicKey: string): Promise<PushSubscription> => {
  const pushManager = await manager();
  const wanted = { userVisibleOnly: true, applicationServerKey: publicKey };
  try {
    return await pushManager.subscribe(wanted);
  } catch (error) {
    // By a key that the shop had before.
    const old = error instanceof DOMException && error.name === 'InvalidStateError';
    const before = old ? await pushManager.getSubscription() : null;
    if (!before) throw error;
    await before.unsubscribe();
    return pushManager.subscribe(wanted);
  }
};

interface Wanted {
  readonly publicKey: string;
  readonly subject: string;
  readonly language: PushSubscriptionBody['language'];
  readonly orderId?: string | undefined;
}

/** Asks whoever sits there, and subscribes. */
export const beTold = async ({ publicKey, subject, language, orderId }: Wanted): Promise<DeviceState> => {
  const answer = await Notification.requestPermission();
  if (answer !== 'granted') return answer === 'denied' ? 'denied' : 'not told';
  const { endpoint, keys } = (await subscribed(publicKey)).toJSON();
  const [p256dh = '', auth = ''] = [keys?.['p256dh'], keys?.['auth']];
  const result = await subscribeToPushes(
    { endpoint: endpoint ?? '', keys: { p256dh, auth }, language },
    orderId,
  );
  if (!result.ok) throw new Error(result.problem.title);
  localStorage.setItem(storeKey, JSON.stringify([...new Set([...keptSubjects(), subject])]));
  return 'told';
};

/** Ends all messages to this browser. */
export const endAll = async (): Promise<DeviceState> => {
  const subscription = await (await manager()).getSubscription();
  localStorage.removeItem(storeKey);
  // What the shop does not hear now the push service tells it at the next message.
  if (subscription) await Promise.all([endPushes(subscription.endpoint), subscription.unsubscribe()]);
  return 'not told';
};
