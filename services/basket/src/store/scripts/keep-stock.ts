/**
 * Keeps how many there are of an item if the version of that is newer than the one kept, and tells it to pages that
 * hold the item, if it is known.
 *
 * KEYS items, stock, versions. ARGV id, version, available, channel. Answers 1, or 0 if the version is not newer.
 */
export const keepStock = `
local known = tonumber(redis.call('HGET', KEYS[3], ARGV[1]) or '0')
if known >= tonumber(ARGV[2]) then return 0 end
local before = redis.call('HGET', KEYS[2], ARGV[1]) or '0'
redis.call('HSET', KEYS[3], ARGV[1], ARGV[2])
redis.call('HSET', KEYS[2], ARGV[1], ARGV[3])
local item = redis.call('HGET', KEYS[1], ARGV[1])
if item and before ~= ARGV[3] then
  redis.call('PUBLISH', ARGV[4],
    '{"before":' .. item .. ',"after":' .. item .. ',"stock":[' .. before .. ',' .. ARGV[3] .. ']}')
end
return 1
`;
