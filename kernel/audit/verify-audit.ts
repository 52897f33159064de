import { sql } from 'kysely'
import type { Tx } from '#platform/contract.ts'
import { type Checkpoint, digestOf, readCheckpoints, signedText } from './checkpoint.ts'
import type { SigningKey } from './signing-key.ts'

export type AuditFinding =
  /** An entry does not have the hash of what it says, or of the one before it. */
  | { kind: 'changed'; chain: number; seq: number }
  /** Numbers are missing inside a chain, or the head stands elsewhere than the last entry. */
  | { kind: 'missing'; chain: number; seq: number }
  /** A signed checkpoint knows entries that are no longer there. */
  | { kind: 'cutTail'; chain: number; seq: number; signedAt: string }
  /** The chain is whole in itself, but not the one that was signed. */
  | { kind: 'rewritten'; chain: number; seq: number; signedAt: string }
  /** The erasable text is not the one that was written. */
  | { kind: 'textChanged'; entryId: string }
  | { kind: 'badCheckpoint'; signedAt: string }
  /** Everything agrees with an earlier checkpoint and nothing with the later ones: an older copy was put back. */
  | { kind: 'restoredToEarlierPoint'; signedAt: string; lostSince: string }

export interface AuditReport {
  entries: number
  chains: number
  checkpoints: number
  findings: AuditFinding[]
}

/** Reads every chain and holds it against the checkpoints that lie outside the data. Needs the owner or the audit post. */
export async function verifyAudit(tx: Tx, keysFolder: string, key: SigningKey): Promise<AuditReport> {
  const checkpoints = await readCheckpoints(keysFolder)
  const counted = await sql<{ entries: number; chains: number }>`
    select count(*)::int as entries, count(distinct chain)::int as chains from audit.entry`.execute(tx)
  const findings = [
    ...(await brokenLinks(tx)),
    ...(await wrongHeads(tx)),
    ...(await wrongTexts(tx)),
    ...badCheckpoints(checkpoints, key),
    ...(await againstCheckpoints(tx, checkpoints)),
  ]
  return { ...counted.rows[0]!, checkpoints: checkpoints.length, findings }
}

async function brokenLinks(tx: Tx): Promise<AuditFinding[]> {
  const { rows } = await sql<{ chain: number; seq: number; gap: boolean }>`
    select chain::int, seq, gap from (
      select e.chain, e.seq, e.seq <> 1 + coalesce(lag(e.seq) over w, 0) as gap,
        e.hash <> audit.entry_hash(e) or e.prev_hash <> coalesce(lag(e.hash) over w, decode(repeat('00', 32), 'hex')) as changed
      from audit.entry e window w as (partition by e.chain order by e.seq)
    ) links where gap or changed order by chain, seq limit 1000`.execute(tx)
  return rows.map(({ chain, seq, gap }) => ({ kind: gap ? 'missing' : 'changed', chain, seq }))
}

async function wrongHeads(tx: Tx): Promise<AuditFinding[]> {
  const { rows } = await sql<{ chain: number; seq: number }>`
    select h.chain::int, h.seq from audit.head h
    left join lateral (select e.seq, e.hash from audit.entry e where e.chain = h.chain order by e.seq desc limit 1) last on true
    where h.seq <> coalesce(last.seq, 0) or (h.seq > 0 and h.hash <> last.hash)`.execute(tx)
  return rows.map((row) => ({ kind: 'missing', ...row }))
}

async function wrongTexts(tx: Tx): Promise<AuditFinding[]> {
  const { rows } = await sql<{ entryId: string }>`
    select t.entry_id as "entryId" from audit.entry_text t join audit.entry e on e.id = t.entry_id
    where e.text_digest is distinct from sha256(convert_to(t.text, 'UTF8'))`.execute(tx)
  return rows.map((row) => ({ kind: 'textChanged', ...row }))
}

function badCheckpoints(checkpoints: Checkpoint[], key: SigningKey): AuditFinding[] {
  return checkpoints
    .filter((one, index) => {
      const before = checkpoints[index - 1]
      const { signature, ...body } = one
      return (
        one.previous !== (before ? digestOf(before) : null) ||
        !key.verifies(signedText(body), Buffer.from(signature, 'base64'))
      )
    })
    .map((one) => ({ kind: 'badCheckpoint', signedAt: one.at }))
}

async function againstCheckpoints(tx: Tx, checkpoints: Checkpoint[]): Promise<AuditFinding[]> {
  const found: AuditFinding[][] = []
  for (const one of checkpoints) found.push(await againstCheckpoint(tx, one))
  const firstBad = found.findIndex((findings) => findings.length > 0)
  if (firstBad < 0) return []
  // An older copy put back has lost its own later checkpoints too, and nothing in it was rewritten.
  const kept = await sql<{
    n: number
  }>`select count(*)::int as n from audit.checkpoint where at >= ${checkpoints[firstBad]!.at}`.execute(tx)
  const later = found.slice(firstBad).flat()
  if (kept.rows[0]!.n === 0 && later.every((finding) => finding.kind === 'cutTail')) {
    return [
      {
        kind: 'restoredToEarlierPoint',
        signedAt: checkpoints[firstBad - 1]?.at ?? '',
        lostSince: checkpoints[firstBad]!.at,
      },
    ]
  }
  return later
}

async function againstCheckpoint(tx: Tx, { at, heads }: Checkpoint): Promise<AuditFinding[]> {
  const { rows } = await sql<{ chain: number; seq: number; there: boolean }>`
    select w.chain::int, w.seq::bigint, e.hash is not null as there
    from jsonb_to_recordset(${JSON.stringify(heads)}::jsonb) as w (chain int, seq bigint, hash text)
    left join audit.entry e on e.chain = w.chain and e.seq = w.seq
    where e.hash is null or encode(e.hash, 'hex') <> w.hash`.execute(tx)
  return rows.map(({ chain, seq, there }) => ({ kind: there ? 'rewritten' : 'cutTail', chain, seq, signedAt: at }))
}
