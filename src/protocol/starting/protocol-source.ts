/** Where a programme takes its protocol from: what comes with the product, an earlier programme, or a file. */
import { TextDecoder } from 'node:util'
import { fail, ok, type Result } from '../../lib/result.ts'
import type { Transaction } from '../../platform/database.ts'
import { loadBuiltInProtocol } from '../built-in.ts'
import {
  type BuiltInProtocolProblem,
  sentenceOfProtocolFault,
  sentenceOfProtocolProblem,
} from '../problems.ts'
import { parseProtocol } from '../rules.ts'
import { findProgramme } from '../store.ts'

export type ProtocolSource =
  | { readonly kind: 'built_in'; readonly id: string }
  | { readonly kind: 'earlier'; readonly programmeId: string }
  | { readonly kind: 'text'; readonly text: string }

export type SourceProblem =
  | BuiltInProtocolProblem
  | { readonly kind: 'protocol.not_utf8' }
  | { readonly kind: 'protocol.no_such_programme' }

/**
 * The text that a file holds, so that writing it out gives the same bytes again: a byte order mark, line ends and
 * spaces stay as they are. Other encodings than UTF-8 are refused, since they would not come out as they went in.
 */
export const textOfFile = (bytes: Uint8Array): Result<string, SourceProblem> => {
  try {
    return ok(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch {
    return fail({ kind: 'protocol.not_utf8' })
  }
}

type Place = {
  readonly tx: Transaction
  readonly organisationId: string
  /** The folder that holds protocols/. */
  readonly projectRoot: string
}

/** The text as it stands in the source, unchanged, once it is known to be a protocol. */
export const textOfSource = async (
  { tx, organisationId, projectRoot }: Place,
  source: ProtocolSource,
): Promise<Result<string, SourceProblem>> => {
  switch (source.kind) {
    case 'built_in': {
      const loaded = await loadBuiltInProtocol(projectRoot, source.id)
      return loaded.ok ? ok(loaded.value.text) : loaded
    }
    case 'earlier': {
      const programme = await findProgramme(tx, organisationId, source.programmeId)
      if (programme === null) return fail({ kind: 'protocol.no_such_programme' })
      return ok(programme.protocolText)
    }
    case 'text': {
      const parsed = parseProtocol(source.text)
      return parsed.ok ? ok(source.text) : parsed
    }
  }
}

const shownFaults = 20

/** A sentence for each mistake, up to twenty. */
export const sentencesOfSourceProblem = (problem: SourceProblem): readonly string[] => {
  switch (problem.kind) {
    case 'protocol.faulty': {
      const sentences = problem.faults.slice(0, shownFaults).map(sentenceOfProtocolFault)
      const more = problem.faults.length - sentences.length
      return more === 0 ? sentences : [...sentences, `There are ${more} more mistakes like these.`]
    }
    case 'protocol.not_utf8':
      return ['The file is not UTF-8 text. Save it as UTF-8 and choose it again.']
    case 'protocol.no_such_programme':
      return ['That programme does not exist. Choose another.']
    case 'protocol.not_found':
      return ['That protocol does not come with Turnabout. Choose another.']
    case 'protocol.not_json':
      return [sentenceOfProtocolProblem(problem)]
  }
}
