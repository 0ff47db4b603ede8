import type { SourceFile } from './source-files.ts'

export type Rule = {
  /** What holds, as a sentence: the title of its test and the end of every message. */
  readonly fact: string
  /** @returns one message for each breach: file, what stands there, rule */
  readonly breachesIn: (files: readonly SourceFile[]) => readonly string[]
}

/** A rule that looks at one file at a time. @param findingsIn what a file holds against the rule */
export const ruleForEach = (
  fact: string,
  appliesTo: (file: SourceFile) => boolean,
  findingsIn: (file: SourceFile) => readonly string[],
): Rule => ({
  fact,
  breachesIn: (files) =>
    files
      .filter(appliesTo)
      .flatMap((file) => findingsIn(file).map((finding) => `${file.path}: ${finding}; ${fact}`)),
})
