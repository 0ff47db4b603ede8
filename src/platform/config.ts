/** What an operator can set. Read once at start; a wrong value stops the start with a sentence. */
import { accessSync, constants, statSync } from 'node:fs'
import path from 'node:path'
import * as z from 'zod'
import { fail, ok, type Result } from '../lib/result.ts'

const databaseUrl = z.url({ protocol: /^postgres(ql)?$/ })

/** Looked at now, so that a mistyped path is found at the start and not when somebody needs the program. */
const isProgram = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK)
    return path.isAbsolute(file) && statSync(file).isFile()
  } catch {
    return false
  }
}

const schema = z.object({
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  TURNABOUT_DATA: z.string().min(1).default('data'),
  TURNABOUT_URL: z.url({ protocol: /^https?$/ }).optional(),
  TURNABOUT_MASTER_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits')
    .optional(),
  TURNABOUT_LOG: z.enum(['debug', 'info', 'warn', 'error', 'silent']).optional(),
  DATABASE_URL: databaseUrl.optional(),
  DATABASE_APP_URL: databaseUrl.optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.email().default('turnabout@localhost.localdomain'),
  TURNABOUT_TRANSCRIBER: z
    .string()
    .refine(isProgram, 'must be the whole path of a program that can be run')
    .optional(),
})

export type Config = {
  readonly port: number
  readonly dataFolder: string
  /** Where people reach the service; links in mails start with it. */
  readonly publicUrl: string
  readonly isSecure: boolean
  readonly masterKey: string | null
  /** Null: as it suits where the log goes. */
  readonly logLevel: string | null
  /** Both null: the server runs its own PostgreSQL in the data folder. */
  readonly ownerDatabaseUrl: string | null
  readonly appDatabaseUrl: string | null
  readonly smtpUrl: string | null
  readonly mailFrom: string
  /** The program that turns recordings into transcripts; null: none. */
  readonly transcriber: string | null
}

export type ConfigProblem = { readonly kind: 'config.invalid'; readonly lines: readonly string[] }

export const readConfig = (
  environment: Readonly<Record<string, string | undefined>>,
): Result<Config, ConfigProblem> => {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(given)
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    return fail({ kind: 'config.invalid', lines })
  }
  return ok(configFrom(parsed.data))
}

const configFrom = (values: z.infer<typeof schema>): Config => {
  const publicUrl = (values.TURNABOUT_URL ?? `http://localhost:${values.PORT}`).replace(/\/$/, '')
  return {
    port: values.PORT,
    dataFolder: path.resolve(values.TURNABOUT_DATA),
    publicUrl,
    isSecure: publicUrl.startsWith('https://'),
    masterKey: values.TURNABOUT_MASTER_KEY ?? null,
    logLevel: values.TURNABOUT_LOG ?? null,
    ownerDatabaseUrl: values.DATABASE_URL ?? null,
    appDatabaseUrl: values.DATABASE_APP_URL ?? null,
    smtpUrl: values.SMTP_URL ?? null,
    mailFrom: values.MAIL_FROM,
    transcriber: values.TURNABOUT_TRANSCRIBER ?? null,
  }
}

export const sentenceOfConfigProblem = (problem: ConfigProblem): string =>
  `The settings cannot be used:\n${problem.lines.map((line) => `  ${line}`).join('\n')}\nCorrect them in the environment and start again.`
