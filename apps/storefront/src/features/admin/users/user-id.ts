/** Ids of users are UUIDv7. */
export const userIdForm = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether an address may name a user. */
export const isUserId = (id: string): boolean => userIdForm.test(id);
