/** Opens what works on the database needs: connections, tables that are up to date, the master key. */
import path from 'node:path'
import { type Failed, fail, type Ok, type Problem } from '../lib/result.ts'
import { type Config, readConfig, sentenceOfConfigProblem } from './config.ts'
import { type Connections, openConnections } from './connections.ts'
import { type Database, openDatabase } from './database.ts'
import { type Key, openMasterKey } from './keys.ts'
import { migrate } from './migrations.ts'
import { findProjectRoot } from './project-root.ts'

export type Installation = {
  readonly connections: Connections
  readonly database: Database
  readonly masterKey: Key
  readonly close: () => Promise<void>
}

/** @param root the folder that holds `migrations` */
export const openInstallation = async (config: Config, root: string): Promise<Installation> => {
  const connections = await openConnections(config)
  try {
    const { owner, ownerActsAsApp: actsAsApp } = connections
    await migrate(owner, path.join(root, 'migrations'), { actsAsApp })
    const masterKey = await openMasterKey(config.masterKey, config.dataFolder)
    const database = openDatabase(connections.app)
    const close = async () => {
      await database.destroy()
      await connections.close()
    }
    return { connections, database, masterKey, close }
  } catch (error) {
    await connections.close()
    throw error
  }
}

/** What a command reports: its value, or a problem with the sentence that goes to stderr. */
export type Outcome<T> = Ok<T> | Refusal
export type Refusal = Failed<Problem> & { readonly sentence: string }

export const refusal = (kind: string, sentence: string): Refusal => ({
  ...fail({ kind }),
  sentence,
})

/** Opens everything for the length of one command, beside a running server or alone. */
export const withInstallation = async <T>(
  environment: Readonly<Record<string, string | undefined>>,
  work: (installation: Installation, config: Config) => Promise<Outcome<T>>,
): Promise<Outcome<T>> => {
  const config = readConfig(environment)
  if (!config.ok) return { ...config, sentence: sentenceOfConfigProblem(config.problem) }
  const installation = await openInstallation(config.value, findProjectRoot())
  try {
    return await work(installation, config.value)
  } finally {
    await installation.close()
  }
}
