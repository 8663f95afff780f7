/**
 * Keeps an item if its version is newer than the one kept, and tells what it was before and is now.
 *
 * KEYS items, versions, stock. ARGV id, version, item, channel. Answers 1, or 0 if the version is not newer.
 */
export const keepItem = `
local known = tonumber(redis.call('HGET', KEYS[2], ARGV[1]) or '0')
if known >= tonumber(ARGV[2]) then return 0 end
local before = redis.call('HGET', KEYS[1], ARGV[1])
redis.call('HSET', KEYS[2], ARGV[1], ARGV[2])
redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
if before ~= ARGV[3] then
  local stock = redis.call('HGET', KEYS[3], ARGV[1]) or '0'
  redis.call('PUBLISH', ARGV[4],
    '{"before":' .. (before or 'null') .. ',"after":' .. ARGV[3] .. ',"stock":[' .. stock .. ',' .. stock .. ']}')
end
return 1
`;

/**
 * Marks an item as removed if the version is newer. What is known of it stays, so that baskets that hold it can
 * still name it. An item never seen leaves only its version, which keeps an older change from reviving it.
 *
 * KEYS items, versions, stock. ARGV id, version, channel. Answers 1, or 0 if the version is not newer.
 */
export const removeItem = `
local known = tonumber(redis.call('HGET', KEYS[2], ARGV[1]) or '0')
if known >= tonumber(ARGV[2]) then return 0 end
redis.call('HSET', KEYS[2], ARGV[1], ARGV[2])
local before = redis.call('HGET', KEYS[1], ARGV[1])
if before then
  local item = cjson.decode(before)
  item.active = false
  item.removed = true
  local after = cjson.encode(item)
  redis.call('HSET', KEYS[1], ARGV[1], after)
  local stock = redis.call('HGET', KEYS[3], ARGV[1]) or '0'
  redis.call('PUBLISH', ARGV[3],
    '{"before":' .. before .. ',"after":' .. after .. ',"stock":[' .. stock .. ',' .. stock .. ']}')
end
return 1
`;
