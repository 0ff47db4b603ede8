/** The draws of a programme that were made, each with its certificate. */
import type { Place } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'
import { findProgramme, type ProgrammeWithProtocol } from '../../protocol/store.ts'
import { listDraws } from '../procedure/draw-store.ts'
import type { AllocationDraw } from '../procedure/model.ts'
import type { Certificate } from './certificate.ts'
import { readCertificate } from './read-certificate.ts'

export type IssuedDraw = {
  readonly draw: AllocationDraw
  readonly certificate: Certificate
  /** As it is handed out, byte for byte. */
  readonly text: string
}

export type LoadedCertificates = {
  readonly programme: ProgrammeWithProtocol
  /** The newest first. */
  readonly issued: readonly IssuedDraw[]
}

/** Null: the organisation has no such programme. */
export const loadCertificates = async (
  tx: Transaction,
  place: Place,
): Promise<LoadedCertificates | null> => {
  const programme = await findProgramme(tx, place.organisationId, place.programmeId)
  if (programme === null) return null
  const draws = await listDraws(tx, place)
  return { programme, issued: draws.flatMap(issuedDraw).toReversed() }
}

const issuedDraw = (draw: AllocationDraw): readonly IssuedDraw[] => {
  const text = draw.certificate
  if (text === null) return []
  const read = readCertificate(text)
  if (!read.ok) throw new Error(`The certificate of draw ${draw.number}: ${read.problem.kind}`)
  return [{ draw, certificate: read.value, text }]
}
