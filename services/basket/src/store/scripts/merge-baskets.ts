/**
 * Writes the merged basket to the user and empties the guest's, if both are still the versions that were read.
 * The emptied guest basket keeps its version for a while, so that a merge repeated late cannot count it twice.
 *
 * KEYS user basket, guest basket. ARGV user version, guest version, lines, seconds to live of the emptied basket,
 * user channel, user message, guest channel, guest message, choice. Answers 1, or 0 if stale.
 */
export const mergeBaskets = `
local user = tonumber(redis.call('HGET', KEYS[1], 'version') or '0')
local guest = tonumber(redis.call('HGET', KEYS[2], 'version') or '0')
if user ~= tonumber(ARGV[1]) or guest ~= tonumber(ARGV[2]) then return 0 end
redis.call('HSET', KEYS[1], 'version', string.format('%d', user + 1), 'lines', ARGV[3], 'choice', ARGV[9])
redis.call('PERSIST', KEYS[1])
redis.call('HSET', KEYS[2], 'version', string.format('%d', guest + 1), 'lines', '[]')
redis.call('EXPIRE', KEYS[2], ARGV[4])
redis.call('PUBLISH', ARGV[5], ARGV[6])
redis.call('PUBLISH', ARGV[7], ARGV[8])
return 1
`;
