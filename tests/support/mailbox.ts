/** What is in an organisation's outbox, and the links in it. */
import { loadOrganisationKey } from '../../src/organisations/store.ts'
import { type Database, read } from '../../src/platform/database.ts'
import {
  mailRecordColumns,
  mailStateOf,
  openMail,
  type StoredMail,
} from '../../src/platform/mail.ts'
import { masterKey } from './database.ts'

/** To whomever, the latest first. */
export const mailsOf = (
  database: Database,
  organisationId: string,
): Promise<readonly StoredMail[]> =>
  read(database, organisationId, async (tx) => {
    const key = await loadOrganisationKey(tx, organisationId, masterKey)
    const rows = await tx
      .selectFrom('mails')
      .select([...mailRecordColumns, 'sealed'])
      .where('organisationId', '=', organisationId)
      .orderBy('writtenAt', 'desc')
      .execute()
    return rows.map(({ sealed, ...row }) => ({
      ...row,
      state: mailStateOf(row.state),
      ...openMail(key, { mailId: row.mailId, sealed }),
    }))
  })

/** The path of the link in a mail. */
export const linkIn = (mail: Pick<StoredMail, 'text'> | undefined): string => {
  const [, path] = /https?:\/\/[^/\s]+(\/\S+)/.exec(mail?.text ?? '') ?? []
  if (path === undefined) throw new Error('The mail holds no link.')
  return path
}
