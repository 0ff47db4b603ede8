/** The doors of the pages on which domains and characteristics are edited. */
import { createElement } from 'react'
import * as z from 'zod'
import type { Route } from '../../web/route.ts'
import { editingRoutes, programmeParams } from '../changing/editing-routes.ts'
import type { Protocol } from '../model.ts'
import {
  characteristicForm,
  characteristicFormOf,
  characteristicsForm,
  emptyCharacteristicsForm,
  withCharacteristic,
  withCharacteristics,
} from './characteristic-form.ts'
import { CharacteristicPage, CharacteristicsPage } from './characteristics-pages.tsx'
import {
  domainForm,
  domainFormOf,
  domainsForm,
  emptyDomainsForm,
  withDomain,
  withDomains,
} from './domain-form.ts'
import { DomainPage, DomainsPage } from './domains-pages.tsx'

const domains = '/set-up/domains'
const characteristics = '/set-up/characteristics'

const findDomain = (protocol: Protocol, id: string) =>
  protocol.domains.find((domain) => domain.id === id)

const findCharacteristic = (protocol: Protocol, id: string) =>
  protocol.characteristics.find((characteristic) => characteristic.id === id)

/** `fill` has answered already that there is no such page. */
const present = <T>(found: T | undefined): T => {
  if (found === undefined) throw new Error('A page was made of what is not in the protocol')
  return found
}

export const routes: readonly Route[] = [
  ...editingRoutes({
    path: domains,
    title: 'Domains',
    params: programmeParams,
    form: domainsForm,
    fill: () => emptyDomainsForm,
    change: withDomains,
    body: (editing) => createElement(DomainsPage, { editing }),
    next: () => domains,
  }),
  ...editingRoutes({
    path: `${domains}/:domain`,
    title: 'Change a domain',
    params: programmeParams.extend({ domain: z.string() }),
    form: domainForm,
    fill: (protocol, { domain: id }) => {
      const domain = findDomain(protocol, id)
      return domain === undefined ? null : domainFormOf(domain)
    },
    change: (protocol, form, { params }) => withDomain(protocol, params.domain, form),
    body: (editing, { domain: id }) => {
      const { label } = present(findDomain(editing.programme.protocol, id))
      return createElement(DomainPage, { editing, label })
    },
    next: () => domains,
  }),
  ...editingRoutes({
    path: characteristics,
    title: 'Characteristics',
    params: programmeParams,
    form: characteristicsForm,
    fill: () => emptyCharacteristicsForm,
    change: withCharacteristics,
    body: (editing) => createElement(CharacteristicsPage, { editing }),
    next: () => characteristics,
  }),
  ...editingRoutes({
    path: `${characteristics}/:characteristic`,
    title: 'Change a characteristic',
    params: programmeParams.extend({ characteristic: z.string() }),
    form: characteristicForm,
    fill: (protocol, { characteristic: id }) => {
      const characteristic = findCharacteristic(protocol, id)
      return characteristic === undefined ? null : characteristicFormOf(characteristic)
    },
    change: (protocol, form, { params }) =>
      withCharacteristic(protocol, params.characteristic, form),
    body: (editing, { characteristic: id }) => {
      const characteristic = present(findCharacteristic(editing.programme.protocol, id))
      return createElement(CharacteristicPage, { editing, characteristic })
    },
    next: () => characteristics,
  }),
]
