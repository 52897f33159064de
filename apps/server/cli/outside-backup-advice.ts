import type { Config } from '#platform/config/config.ts'

/** An owner bound by row-level security cannot dump every row, so the operator's superuser must; here is how. */
export function outsideBackupAdvice(config: Config): string[] {
  return [
    '外部数据库请用它自己的工具备份 / back up another database with its own tools, as a superuser:',
    '  pg_dump --format=custom --file=linli.dump "postgres://<superuser>@<host>/linli"',
    `  tar --create --gzip --file=linli-files.tar.gz --directory="${config.filesFolder}" .`,
    '恢复 / restore, into an empty database whose roles exist (docs/operate/outside-database.md):',
    '  pg_restore --exit-on-error --dbname="postgres://<superuser>@<host>/linli" linli.dump',
    `密钥文件夹另行保存 / keep the keys apart: ${config.keysFolder}`,
  ]
}
