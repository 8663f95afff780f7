/**
 * Keeps the sales settings if their version is newer than that of those kept, and tells all open pages.
 *
 * KEYS settings. ARGV version, settings, channel. Answers 1, or 0 if the version is not newer.
 */
export const keepSettings = `
local known = tonumber(redis.call('HGET', KEYS[1], 'version') or '0')
if known >= tonumber(ARGV[1]) then return 0 end
redis.call('HSET', KEYS[1], 'version', ARGV[1], 'settings', ARGV[2])
redis.call('PUBLISH', ARGV[3], ARGV[1])
return 1
`;
