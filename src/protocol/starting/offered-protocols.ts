/** The protocols that a programme can be given: those of the product, and those of the organisation's programmes. */
import type { RouteContext } from '../../web/route.ts'
import { listBuiltInProtocols } from '../built-in.ts'
import { listProgrammes } from '../store.ts'
import type { Offered } from './protocol-choice-pages.tsx'

/** @param except the programme that is to get one */
export const offeredProtocols = async (
  { read, scope, service }: RouteContext<unknown, unknown>,
  except: string | null,
): Promise<Offered> => {
  const programmes = await read((tx) => listProgrammes(tx, scope.organisationId))
  return {
    builtIn: await listBuiltInProtocols(service.projectRoot),
    earlier: programmes.filter(({ programmeId }) => programmeId !== except),
  }
}
