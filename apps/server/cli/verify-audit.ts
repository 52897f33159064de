import { type AuditFinding, loadSigningKey, verifyAudit } from '#kernel/audit/door.ts'
import { createKysely, createPool } from '#platform/db/pool.ts'
import type { Command } from './command.ts'
import { needOwner, withDatabase } from './with-database.ts'

export const verifyAuditCommand: Command = {
  summary: '核验审计链 / verify the audit chains against their signed checkpoints',
  help: `verify-audit

Reads every entry of the 64 chains, recomputes its hash, and holds the chains against the checkpoints that are signed
and kept in the keys folder, outside the data. Finds a changed, missing, cut or rewritten entry, and names a database
that was put back to an earlier point as such. Exit code 1 when anything was found.
`,
  async run({ config, say, progress }) {
    return withDatabase(config, progress, async (urls) => {
      const pool = createPool({
        url: needOwner(urls),
        applicationName: 'linli-verify',
        max: 1,
        statementTimeoutMs: 600_000,
      })
      try {
        const report = await verifyAudit(
          createKysely<unknown>(pool),
          config.keysFolder,
          loadSigningKey(config.keysFolder),
        )
        say(
          `${report.entries} 条 / entries · ${report.chains} 条链 / chains · ${report.checkpoints} 个检查点 / checkpoints`,
        )
        for (const finding of report.findings) say(inWords(finding))
        say(
          report.findings.length === 0
            ? '审计完整 / the audit is whole'
            : `发现 ${report.findings.length} 处问题 / ${report.findings.length} findings`,
        )
        return report.findings.length === 0 ? 0 : 1
      } finally {
        await pool.end()
      }
    })
  },
}

function inWords(finding: AuditFinding): string {
  switch (finding.kind) {
    case 'changed':
      return `链 ${finding.chain} 第 ${finding.seq} 条被改动 / chain ${finding.chain}: entry ${finding.seq} was changed`
    case 'missing':
      return `链 ${finding.chain} 第 ${finding.seq} 条前后有缺失 / chain ${finding.chain}: something is missing at entry ${finding.seq}`
    case 'cutTail':
      return `链 ${finding.chain} 尾部被截去，${finding.signedAt} 签名时曾有第 ${finding.seq} 条 / chain ${finding.chain}: its tail was cut; entry ${finding.seq} was signed at ${finding.signedAt}`
    case 'rewritten':
      return `链 ${finding.chain} 第 ${finding.seq} 条与 ${finding.signedAt} 的签名不符，已被重写 / chain ${finding.chain}: entry ${finding.seq} is not the one signed at ${finding.signedAt}`
    case 'textChanged':
      return `条目 ${finding.entryId} 的文字被改动 / the text of entry ${finding.entryId} was changed`
    case 'badCheckpoint':
      return `${finding.signedAt} 的检查点签名无效 / the checkpoint of ${finding.signedAt} does not verify`
    case 'restoredToEarlierPoint':
      return `数据库被恢复到 ${finding.signedAt || '首个检查点之前'}，其后（自 ${finding.lostSince}）的记录不在 / the database was put back to ${finding.signedAt || 'before its first checkpoint'}; entries since ${finding.lostSince} are gone`
  }
}
