/**
 * Writes a basket if it is still the version that was read. Lines are JSON made outside: Lua cannot tell an empty
 * list from an empty object and must not encode them.
 *
 * KEYS basket. ARGV version read, lines, seconds to live (0: for ever), channel, message, choice. Answers 1, or 0 if stale.
 */
export const saveBasket = `
local version = tonumber(redis.call('HGET', KEYS[1], 'version') or '0')
if version ~= tonumber(ARGV[1]) then return 0 end
redis.call('HSET', KEYS[1], 'version', string.format('%d', version + 1), 'lines', ARGV[2], 'choice', ARGV[6])
if ARGV[3] == '0' then redis.call('PERSIST', KEYS[1]) else redis.call('EXPIRE', KEYS[1], ARGV[3]) end
redis.call('PUBLISH', ARGV[4], ARGV[5])
return 1
`;
