/**
 * PDF by Typst. A template is a .typ file beside the room that shows it; what it shows comes in as data
 * (`sys.inputs.data`, JSON) and never as part of the template, so that nothing a person wrote is run as markup.
 */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { NodeCompiler, NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'

const faces = [
  '400Regular/Arimo_400Regular.ttf',
  '400Regular_Italic/Arimo_400Regular_Italic.ttf',
  '700Bold/Arimo_700Bold.ttf',
]

/** Made once, when the first PDF is asked for: reading the fonts takes longer than a page. */
const compilers = new Map<string, Promise<NodeCompiler>>()

const compilerIn = (projectRoot: string): Promise<NodeCompiler> => {
  const compiler = compilers.get(projectRoot) ?? makeCompiler(projectRoot)
  compilers.set(projectRoot, compiler)
  return compiler
}

const makeCompiler = async (projectRoot: string): Promise<NodeCompiler> => {
  const { resolve } = createRequire(path.join(projectRoot, 'package.json'))
  const folder = path.dirname(resolve('@expo-google-fonts/arimo/package.json'))
  const fontBlobs = await Promise.all(faces.map((face) => readFile(path.join(folder, face))))
  const { NodeCompiler: Compiler } = await import('@myriaddreamin/typst-ts-node-compiler')
  return Compiler.create({ fontArgs: [{ fontBlobs }] })
}

export type PdfTemplate = {
  readonly projectRoot: string
  /** From the project's root: `src/people/consent-copy.typ`. */
  readonly file: string
}

/** A tagged PDF that meets PDF/UA-1, which screen readers read well. */
export const makePdf = async (
  { projectRoot, file }: PdfTemplate,
  data: unknown,
): Promise<Uint8Array> => {
  const mainFileContent = await readFile(path.join(projectRoot, file), 'utf8')
  const compiler = await compilerIn(projectRoot)
  const inputs = { data: JSON.stringify(data) }
  const compiled = compiler.compile({ mainFileContent, inputs })
  const { result } = compiled
  if (result === null || compiled.hasError()) throw new Error(`${file} does not compile.`)
  const pdf = inStandard(compiler, result)
  compiler.evictCache(keptCompilations)
  return pdf
}

/** So few stay in memory that pages of people do not gather there. */
const keptCompilations = 1

/** The standard refuses a sign that no font here has, as in some names: then the PDF is tagged all the same. */
const inStandard = (compiler: NodeCompiler, document: NodeTypstDocument): Uint8Array => {
  try {
    return compiler.pdf(document, { pdfStandard: 'ua-1' })
  } catch (error) {
    if (!isMissingGlyph(error)) throw error
    return compiler.pdf(document)
  }
}

const isMissingGlyph = (error: unknown): boolean =>
  error instanceof Error && error.message.includes('could not be displayed with font')
