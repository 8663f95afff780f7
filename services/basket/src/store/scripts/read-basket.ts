/**
 * A basket and everything its prices depend on, as of one moment, in one round trip.
 *
 * KEYS basket, items, stock, campaigns, checkout. ARGV ids of further items. An absent checkout key is named by a key
 * that does not exist.
 */
export const readBasket = `
local basket = redis.call('HMGET', KEYS[1], 'version', 'lines')
local lines = basket[2] or '[]'
local ids = {}
for _, line in ipairs(cjson.decode(lines)) do ids[#ids + 1] = string.format('%d', line.itemId) end
for _, id in ipairs(ARGV) do ids[#ids + 1] = id end
local items, stock = {}, {}
if #ids > 0 then
  items = redis.call('HMGET', KEYS[2], unpack(ids))
  stock = redis.call('HMGET', KEYS[3], unpack(ids))
end
return { basket[1] or '0', lines, items, stock, redis.call('HVALS', KEYS[4]), redis.call('GET', KEYS[5]) }
`;
