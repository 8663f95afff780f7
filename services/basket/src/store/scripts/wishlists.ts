/**
 * Puts an item on a wishlist, unless it is full; what is on it keeps its time.
 *
 * KEYS wishlist. ARGV item id, time, the most there may be, seconds to live or 0. Answers 1, or 0 if full.
 */
export const addWish = `
if redis.call('HEXISTS', KEYS[1], ARGV[1]) == 0 then
  if redis.call('HLEN', KEYS[1]) >= tonumber(ARGV[3]) then return 0 end
  redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
end
if tonumber(ARGV[4]) > 0 then redis.call('EXPIRE', KEYS[1], ARGV[4]) end
return 1
`;

/**
 * Moves a guest's wishes to a user, as far as there is room, and with them the link they are shared by, unless the user
 * has one. Repeated it finds nothing to move.
 *
 * KEYS guest's wishlist, user's, guest's share, user's, the guest's shared wishlist. ARGV the most there may be, the
 * guest's token as it was read, what the shared wishlist names as its owner then.
 */
export const mergeWishes = `
local wishes = redis.call('HGETALL', KEYS[1])
for at = 1, #wishes, 2 do
  if redis.call('HLEN', KEYS[2]) < tonumber(ARGV[1]) then redis.call('HSETNX', KEYS[2], wishes[at], wishes[at + 1]) end
end
redis.call('DEL', KEYS[1])
if ARGV[2] ~= '' and redis.call('GET', KEYS[3]) == ARGV[2] then
  redis.call('DEL', KEYS[3])
  if redis.call('SETNX', KEYS[4], ARGV[2]) == 1 then
    redis.call('SET', KEYS[5], ARGV[3])
  else
    redis.call('DEL', KEYS[5])
  end
end
return 1
`;
