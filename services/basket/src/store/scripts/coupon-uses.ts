/**
 * Takes an order down that used a code, unless it is known.
 *
 * KEYS orders with coupons, uses of coupons, uses of coupons by whom. ARGV order id, code, whose it is.
 */
export const noteCouponUse = `
local own = ARGV[2] .. ' ' .. ARGV[3]
if redis.call('HSETNX', KEYS[1], ARGV[1], own) == 0 then return 0 end
redis.call('HINCRBY', KEYS[2], ARGV[2], 1)
redis.call('HINCRBY', KEYS[3], own, 1)
return 1
`;

/**
 * Gives the use of a code back, once. An order that is not known yet is told of later, and must not count then.
 *
 * KEYS as before. ARGV order id.
 */
export const giveCouponBack = `
local own = redis.call('HGET', KEYS[1], ARGV[1])
redis.call('HSET', KEYS[1], ARGV[1], '')
if not own or own == '' then return 0 end
local code = string.match(own, '^(%S+) ')
if redis.call('HINCRBY', KEYS[2], code, -1) <= 0 then redis.call('HDEL', KEYS[2], code) end
if redis.call('HINCRBY', KEYS[3], own, -1) <= 0 then redis.call('HDEL', KEYS[3], own) end
return 1
`;
