/**
 * A basket and everything its prices depend on, as of one moment, in one round trip. The sales settings come along only
 * where the caller has them in another version.
 *
 * KEYS basket, items, stock, campaigns, checkout, settings, coupons, uses of coupons, uses of coupons by whom. ARGV version of
 * the settings known, a code in place of the basket's own or nothing, whose basket it is, ids of further items. An absent checkout key is named by a key that does not exist.
 */
export const readBasket = `
local basket = redis.call('HMGET', KEYS[1], 'version', 'lines', 'choice')
local lines = basket[2] or '[]'
local ids = {}
for _, line in ipairs(cjson.decode(lines)) do ids[#ids + 1] = string.format('%d', line.itemId) end
for at = 4, #ARGV do ids[#ids + 1] = ARGV[at] end
local items, stock = {}, {}
if #ids > 0 then
  items = redis.call('HMGET', KEYS[2], unpack(ids))
  stock = redis.call('HMGET', KEYS[3], unpack(ids))
end
local code = ARGV[2]
if code == '' and basket[3] then code = cjson.decode(basket[3]).coupon end
local coupon = code and code ~= '' and redis.call('HGET', KEYS[7], code) or false
local uses, own = false, false
if coupon then
  uses = redis.call('HGET', KEYS[8], code)
  own = redis.call('HGET', KEYS[9], code .. ' ' .. ARGV[3])
end
local version = redis.call('HGET', KEYS[6], 'version')
local settings = version and version ~= ARGV[1] and redis.call('HGET', KEYS[6], 'settings')
return {
  basket[1] or '0', lines, items, stock, redis.call('HVALS', KEYS[4]), redis.call('GET', KEYS[5]),
  basket[3], version, settings, coupon, uses, own
}
`;
