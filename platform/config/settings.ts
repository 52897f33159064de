import { z } from 'zod'

const flag = z.enum(['true', 'false']).transform((text) => text === 'true')
const wholeNumber = (least: number, most: number) => z.coerce.number().int().min(least).max(most)
const postgresUrl = z
  .string()
  .refine(
    (text) => /^postgres(ql)?:\/\//.test(text) && URL.canParse(text),
    'expected postgres://login:password@host:port/database',
  )

/** All that can be set from outside, in one place. The reference in docs/operate/configuration.md is made from it. */
export const settings = z.object({
  PORT: wholeNumber(1, 65_535).default(3000).describe('网页与接口的端口 / Port of pages and API.'),
  LINLI_HOST: z
    .string()
    .min(1)
    .default('127.0.0.1')
    .describe(
      '监听地址；默认只限本机，给手机或代理用时设为 0.0.0.0 / Address to listen on; only this machine unless set to 0.0.0.0.',
    ),
  LINLI_PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe(
      '居民看到的地址，用于二维码与登录；默认 http://localhost:PORT / Address that residents see, used in QR codes and logins.',
    ),
  LINLI_ROLE: z
    .enum(['all', 'web', 'worker', 'migrate'])
    .default('all')
    .describe('本进程做什么 / What this process does: everything, pages and API, background jobs, or only the schema.'),
  LINLI_DATA: z
    .string()
    .min(1)
    .default('./data')
    .describe('数据文件夹：内置数据库与文件 / Data folder: embedded database and files.'),
  LINLI_KEYS: z
    .string()
    .min(1)
    .optional()
    .describe('密钥文件夹，须在数据文件夹之外；默认 <LINLI_DATA>-keys / Key folder, outside the data folder.'),
  LINLI_CIPHER: z
    .enum(['aes', 'sm4'])
    .default('aes')
    .describe(
      '新写入的证件号码和电话用何种密码算法 / Cipher of new ID numbers and phones; what lies there opens with either.',
    ),
  LINLI_FILES: z.string().min(1).optional().describe('文件存放处；默认 <LINLI_DATA>/files / Where uploaded files lie.'),
  LINLI_LOG: z.enum(['debug', 'info', 'warn', 'error']).default('info').describe('日志详细程度 / How much is logged.'),
  LINLI_DEMO: flag
    .optional()
    .describe(
      '演示街道；内置数据库默认 true，外部数据库不允许 / Demo street; true with the embedded database, refused with another.',
    ),
  LINLI_SCALE: wholeNumber(100, 30_000_000)
    .default(60_000)
    .describe('演示街道的合成居民数 / Number of synthetic residents of the demo street.'),
  LINLI_SEED: wholeNumber(0, 2_147_483_647)
    .default(310_105)
    .describe('演示数据的随机种子 / Random seed of the demo data.'),
  LINLI_TEST_CLOCK: z.iso
    .datetime({ offset: true })
    .optional()
    .describe('仅供测试：时钟从此刻开始走 / Only for tests: the clock starts at this instant.'),
  LINLI_TRUSTED_PROXIES: wholeNumber(0, 8)
    .default(0)
    .describe('前面有几层可信代理 / How many trusted proxies stand in front, whose forwarded address is believed.'),
  LINLI_POOL: wholeNumber(2, 200)
    .default(10)
    .describe('每个登录的数据库连接数 / Database connections of each login in this process.'),
  LINLI_JOBS_AT_ONCE: wholeNumber(1, 64).default(4).describe('同时进行的后台任务 / Background jobs at once.'),
  DATABASE_URL: postgresUrl
    .optional()
    .describe(
      '外部 PostgreSQL 18 的属主登录 linli_owner，只用于迁移 / Owner login at another PostgreSQL 18; serves migrations alone.',
    ),
  LINLI_WEB_DATABASE_URL: postgresUrl
    .optional()
    .describe('外部数据库的 linli_web 登录 / Login linli_web at the other PostgreSQL.'),
  LINLI_WORKER_DATABASE_URL: postgresUrl
    .optional()
    .describe('外部数据库的 linli_worker 登录 / Login linli_worker at the other PostgreSQL.'),
  LINLI_AUTH_DATABASE_URL: postgresUrl
    .optional()
    .describe('外部数据库的 linli_auth 登录 / Login linli_auth at the other PostgreSQL.'),
  LINLI_JOBS_DATABASE_URL: postgresUrl
    .optional()
    .describe('外部数据库的 linli_jobs 登录 / Login linli_jobs at the other PostgreSQL.'),
})

export type Settings = z.infer<typeof settings>
