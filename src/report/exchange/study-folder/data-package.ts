/** datapackage.json: which resource of a study folder is which file, as Frictionless Data Package. */
import * as z from 'zod'
import { fail, ok, type Result } from '../../../lib/result.ts'
import type { ProtocolVersions } from '../../study.ts'
import type { FolderError } from './errors.ts'

export const packageFile = 'datapackage.json'

/** The resources that a study folder may have, in the order in which they are read. */
export const resourceNames = [
  'protocol',
  'participants',
  'scores',
  'answers',
  'willingness',
  'sessions',
  'comments',
  'codebook',
  'codings',
  'allocation',
] as const
export type ResourceName = (typeof resourceNames)[number]

/** Those that are no tables. */
const jsonResources = ['protocol', 'allocation'] as const satisfies ResourceName[]
export type TableName = Exclude<ResourceName, (typeof jsonResources)[number]>

export const tableNames: readonly TableName[] = resourceNames.filter(
  (name) => name !== 'protocol' && name !== 'allocation',
)

/** Without these there is no study; the others may be absent unless the data package lists them. */
export const requiredResources: readonly ResourceName[] = ['protocol', 'participants', 'scores']

/** Where each resource stands when the data package does not say. */
export const usualFile = (name: ResourceName): string =>
  jsonResources.some((known) => known === name) ? `${name}.json` : `${name}.csv`

/** A file of the folder itself or below: no absolute path, no way out, no address. */
const path = z
  .string()
  .regex(/^(?!.*(^|\/)\.\.?(\/|$))[^/\\:\p{Cc}][^\\:\p{Cc}]*$/u, 'name one file inside the folder')

/** Other resources and other fields are allowed, and are not read. */
const schema = z.looseObject({
  protocolVersions: z.unknown().optional(),
  resources: z.array(z.looseObject({ name: z.string(), path: z.unknown() })),
})

export type ResourcePaths = ReadonlyMap<ResourceName, string>

/** `versions`: where the stages were not all asked under one version of the protocol. */
export type DataPackage = { readonly paths: ResourcePaths; readonly versions?: ProtocolVersions }

const version = z.int().min(1)
const versionsSchema = z.object({
  stages: z.array(z.object({ stage: z.int().min(1), versions: z.array(version) })),
  changes: z.array(z.object({ from: version, to: version, differences: z.array(z.string()) })),
})

type PackageErrors = {
  readonly kind: 'data_package.invalid'
  readonly errors: readonly FolderError[]
}

const errorAt = (column: string | null, sentence: string): FolderError => ({
  file: packageFile,
  row: null,
  column,
  sentence,
})

const problem = (errors: readonly FolderError[]): PackageErrors => ({
  kind: 'data_package.invalid',
  errors,
})

/** The path of each resource that the data package lists, and the versions of the protocol. */
export const parseDataPackage = (text: string): Result<DataPackage, PackageErrors> => {
  const json = readJson(text)
  if (json === undefined) return fail(problem([errorAt(null, 'the file is not JSON; mend it')]))
  const parsed = schema.safeParse(json)
  if (!parsed.success) {
    const sentence = 'the file needs a list “resources” whose entries have a name and a path'
    return fail(problem([errorAt('resources', sentence)]))
  }
  const versions = versionsSchema.optional().safeParse(parsed.data.protocolVersions)
  const listed = parsed.data.resources.flatMap((resource) => {
    const name = resourceNames.find((entry) => entry === resource.name)
    return name === undefined ? [] : [{ name, path: path.safeParse(resource.path).data }]
  })
  const errors = [...pathErrors(listed), ...(versions.success ? [] : [unfitVersions])]
  if (errors.length > 0) return fail(problem(errors))
  const paths = new Map(listed.map(({ name, path }) => [name, path ?? usualFile(name)]))
  return ok(versions.data === undefined ? { paths } : { paths, versions: versions.data })
}

type Listed = { readonly name: ResourceName; readonly path: string | undefined }

const pathErrors = (listed: readonly Listed[]): readonly FolderError[] =>
  listed.flatMap(({ name, path }, index) => {
    const isRepeated = listed.findIndex((other) => other.name === name) !== index
    if (isRepeated) return [errorAt(name, 'the resource is listed twice; keep one')]
    if (path !== undefined) return []
    return [errorAt(name, 'the path must name one file inside the folder, such as scores.csv')]
  })

const unfitVersions = errorAt(
  'protocolVersions',
  'the field needs “stages” (stage, versions) and “changes” (from, to, differences), or leave it out',
)

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}
