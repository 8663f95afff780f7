/**
 * Keeps a campaign if its version is newer than the one kept. An empty campaign text means it is over: only its
 * version is kept.
 *
 * KEYS campaigns, versions. ARGV id, version, campaign, channel. Answers 1, or 0 if the version is not newer.
 */
export const keepCampaign = `
local known = tonumber(redis.call('HGET', KEYS[2], ARGV[1]) or '0')
if known >= tonumber(ARGV[2]) then return 0 end
redis.call('HSET', KEYS[2], ARGV[1], ARGV[2])
if ARGV[3] == '' then redis.call('HDEL', KEYS[1], ARGV[1]) else redis.call('HSET', KEYS[1], ARGV[1], ARGV[3]) end
redis.call('PUBLISH', ARGV[4], ARGV[1])
return 1
`;
