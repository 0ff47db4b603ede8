/** Opens what works on the database needs: connections, tables that are up to date, the master key. */
import path from 'node:path'
import type { Config } from './config.ts'
import { type Connections, openConnections } from './connections.ts'
import { type Database, openDatabase } from './database.ts'
import { type Key, openMasterKey } from './keys.ts'
import { migrate } from './migrations.ts'

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
    await migrate(connections.owner, path.join(root, 'migrations'))
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
