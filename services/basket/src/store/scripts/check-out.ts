/**
 * The one step that makes an order: the answer is remembered under the key, the basket emptied, who it is and where it
 * goes kept for Ordering, and the event appended to the outbox, all of it or nothing. A key already remembered wins over everything else, so of two
 * identical requests at once the second gets the first one's answer. Of a draft of staff it is forgotten here whom it was for. A code that was used as often as it may be since the
 * basket was priced is as stale as a basket that was changed.
 *
 * KEYS basket, checkout, outbox, details, orders with coupons, uses of coupons, uses of coupons by whom. ARGV version priced, checkout record, its seconds to live, seconds to live of
 * the emptied basket, channel, message, order id, details, their seconds to live, the choice that stays, the code or
 * nothing, whose it is, how many orders may use it and how many of one customer, each or nothing, then the fields of the outbox
 * entry.
 * Answers {'done'}, {'stale'} or {'remembered', record}.
 */
export const checkOut = `
local remembered = redis.call('GET', KEYS[2])
if remembered then return { 'remembered', remembered } end
local version = tonumber(redis.call('HGET', KEYS[1], 'version') or '0')
if version ~= tonumber(ARGV[1]) then return { 'stale' } end
if ARGV[11] ~= '' then
  local own = ARGV[11] .. ' ' .. ARGV[12]
  local function isMet(uses, max) return max ~= '' and tonumber(uses or '0') >= tonumber(max) end
  if isMet(redis.call('HGET', KEYS[6], ARGV[11]), ARGV[13]) or isMet(redis.call('HGET', KEYS[7], own), ARGV[14]) then
    return { 'stale' }
  end
  redis.call('HSET', KEYS[5], ARGV[7], own)
  redis.call('HINCRBY', KEYS[6], ARGV[11], 1)
  redis.call('HINCRBY', KEYS[7], own, 1)
end
redis.call('SET', KEYS[2], ARGV[2], 'EX', ARGV[3])
redis.call('HSET', KEYS[1], 'version', string.format('%d', version + 1), 'lines', '[]', 'choice', ARGV[10])
if redis.call('HDEL', KEYS[1], 'buyer') == 1 then redis.call('HSET', KEYS[1], 'ordered', ARGV[12]) end
redis.call('EXPIRE', KEYS[1], ARGV[4])
redis.call('HSET', KEYS[4], ARGV[7], ARGV[8])
redis.call('EXPIRE', KEYS[4], ARGV[9])
redis.call('XADD', KEYS[3], '*', unpack(ARGV, 15))
redis.call('PUBLISH', ARGV[5], ARGV[6])
return { 'done' }
`;
