/** What `startDeliveringProgram` starts. */
import { startDelivery } from '../../src/organisations/delivery.ts'
import { openDatabase } from '../../src/platform/database.ts'
import { makeLogger } from '../../src/platform/log.ts'

const { app, smtpUrl, masterKey } = JSON.parse(String(process.env.SETTINGS))

startDelivery({
  database: openDatabase(app, 4),
  masterKey: Buffer.from(masterKey, 'hex'),
  config: { smtpUrl, mailFrom: 'turnabout@hospital.example' },
  logger: makeLogger('info'),
})
