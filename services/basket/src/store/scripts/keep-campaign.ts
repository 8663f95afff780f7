/**
 * Keeps a campaign, or a coupon by its code, if its version is newer than the one kept. An empty campaign text means it is over: only its
 * version is kept.
 *
 * Those whose time is up go on the occasion, since every basket is read with all campaigns there are.
 *
 * KEYS campaigns, versions. ARGV id, version, campaign, channel, now. Answers 1, or 0 if the version is not newer.
 */
export const keepCampaign = `
local known = tonumber(redis.call('HGET', KEYS[2], ARGV[1]) or '0')
if known >= tonumber(ARGV[2]) then return 0 end
redis.call('HSET', KEYS[2], ARGV[1], ARGV[2])
if ARGV[3] == '' then redis.call('HDEL', KEYS[1], ARGV[1]) else redis.call('HSET', KEYS[1], ARGV[1], ARGV[3]) end
local kept = redis.call('HGETALL', KEYS[1])
for at = 1, #kept, 2 do
  if cjson.decode(kept[at + 1]).endsAt <= tonumber(ARGV[5]) then redis.call('HDEL', KEYS[1], kept[at]) end
end
redis.call('PUBLISH', ARGV[4], ARGV[1])
return 1
`;
