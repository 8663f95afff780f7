const appendAudit = `
local function record(entry, actor, name)
  if entry == '' then return end
  local at = redis.call('INCR', KEYS[4])
  redis.call('HSET', KEYS[5], at, entry)
  redis.call('HSET', KEYS[9], actor, name)
  for _, log in ipairs({ KEYS[6], KEYS[7], KEYS[8] }) do redis.call('ZADD', log, at, at) end
end
`;

/**
 * Keeps a draft in the hash of its basket, lists it, records who did that, and appends the event of a link that is to be
 * mailed; nothing of it where the basket is of another version by now.
 *
 * KEYS basket, drafts, drafts of the customer, number of entries in the audit log, its entries, all of them by number, those
 * of the draft, those of who did it, names, outbox. ARGV version, lines, choice, buyer, facts, seconds to live, id, when it was
 * changed, entry, actor, name of the actor, whether it is for a customer ('1'), then the fields of the outbox entry if any.
 */
export const saveDraft = `
${appendAudit}
local version = tonumber(redis.call('HGET', KEYS[1], 'version') or '0')
if version ~= tonumber(ARGV[1]) then return 0 end
redis.call('HSET', KEYS[1], 'version', string.format('%d', version + 1), 'lines', ARGV[2], 'choice', ARGV[3],
  'buyer', ARGV[4], 'facts', ARGV[5])
redis.call('EXPIRE', KEYS[1], ARGV[6])
redis.call('ZADD', KEYS[2], ARGV[8], ARGV[7])
if ARGV[12] == '1' then
  redis.call('SADD', KEYS[3], ARGV[7])
  redis.call('EXPIRE', KEYS[3], ARGV[6])
end
record(ARGV[9], ARGV[10], ARGV[11])
if ARGV[13] then redis.call('XADD', KEYS[10], '*', unpack(ARGV, 13)) end
return 1
`;

/**
 * Drops a draft; nothing of it where it is another one by now.
 *
 * KEYS as before, without the outbox. ARGV version, id, entry, actor, name of the actor.
 */
export const dropDraft = `
${appendAudit}
if redis.call('HGET', KEYS[1], 'version') ~= ARGV[1] then return 0 end
redis.call('DEL', KEYS[1])
redis.call('ZREM', KEYS[2], ARGV[2])
redis.call('SREM', KEYS[3], ARGV[2])
record(ARGV[3], ARGV[4], ARGV[5])
return 1
`;
